"""What may be said about few people: words instead of percentages, grey instead of color."""

from dashboard.clinical.outcomes.intervals import Proportion
from dashboard.clinical.outcomes.publishing.percentages import interval_text, percent_text

MINIMUM_FOR_PERCENT = 10
MINIMUM_FOR_FULL_COLOR = 30
# The cell-size rule of the Centers for Medicare and Medicaid Services: no count of 1 to 10.
LARGEST_SMALL_COUNT = 10


def is_small(count: int) -> bool:
    """True for 1 to 10: a count that is not exported or published. None at all says nothing."""
    return 1 <= count <= LARGEST_SMALL_COUNT


def is_greyed(people: int) -> bool:
    """True under 30 people: drawn grey, since the share says little."""
    return people < MINIMUM_FOR_FULL_COLOR


def share_text(proportion: Proportion) -> str:
    """'7 of 9' under 10 people, '70% (7 of 10)' from there on."""
    counts = f"{proportion.numerator} of {proportion.denominator}"
    if proportion.denominator < MINIMUM_FOR_PERCENT:
        return counts
    return f"{percent_text(proportion.share)} ({counts})"


def share_with_interval(proportion: Proportion) -> str:
    """'70% (35 of 50, 95% interval 56 to 81)'; '7 of 9' under 10 people, who have neither."""
    ends = interval_words(proportion)
    if not ends:
        return share_text(proportion)
    counts = f"{proportion.numerator} of {proportion.denominator}"
    return f"{percent_text(proportion.share)} ({counts}, 95% interval {ends})"


def interval_words(proportion: Proportion) -> str:
    """'40 to 89', the 95% interval in percent; nothing under 10 people."""
    interval = proportion.interval
    if interval is None or proportion.denominator < MINIMUM_FOR_PERCENT:
        return ""
    return interval_text(interval)
