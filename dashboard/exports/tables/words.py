"""What the words in the cells mean, for the page and for the sheet of definitions."""

MARK_MEANINGS = (
    ("present", "there for the session"),
    ("late", "there, but came late"),
    ("left_early", "there, but left before the end"),
    ("excused", "missed, and excused beforehand"),
    ("late_cancellation", "missed, and called off too late to count as excused"),
    ("no_show", "missed without a word"),
    ("not_recorded", "expected, and nobody has recorded a mark: neither attended nor missed"),
    ("not_expected", "on hold on that day, so the session does not count for the person"),
    ("cancelled", "the session was cancelled and counts for nobody"),
)
