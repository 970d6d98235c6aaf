"""The rules in the documentation say the figures that the code goes by."""

from datetime import timedelta
from pathlib import Path

import pytest

from dashboard.clinical.attendance import shipped_rules
from dashboard.clinical.checkins import timing
from dashboard.clinical.licenses import FIRST_WARNING_DAYS, LAST_WARNING_DAYS
from dashboard.clinical.notes.likeness import FEWEST_OWN_WORDS, FEWEST_WORDS
from dashboard.clinical.outcomes.headline import MINIMUM_DATA_PERCENT, MINIMUM_PEOPLE
from dashboard.clinical.outcomes.publishing import small_numbers
from dashboard.clinical.outcomes.track import AMBER_FROM_WEEK
from dashboard.clinical.outcomes.windows import DEFAULT_WINDOW
from dashboard.clinical.video_reports.proposing import DEFAULT_SETTINGS

DOCUMENT = Path(__file__).parents[2] / "docs" / "clinical-sources.md"
RULES = {rule.key: rule for rule in shipped_rules()}
HOUR = timedelta(hours=1)
WINDOW = DEFAULT_WINDOW


@pytest.mark.parametrize(
    ("what", "figures"),
    [
        ("baseline", f"from {-WINDOW.baseline_from} days before to {WINDOW.baseline_to} days"),
        ("outcome", f"from day {WINDOW.outcome_from} to day {WINDOW.outcome_to}"),
        ("headline refused", f"fewer than {MINIMUM_PEOPLE} people with an outcome"),
        ("headline refused", f"fewer than {MINIMUM_DATA_PERCENT}% of those who started"),
        ("red, amber, grey", f"week {AMBER_FROM_WEEK} or later"),
        ("few people", f"no percentage under {small_numbers.MINIMUM_FOR_PERCENT}"),
        ("few people", f"grey under {small_numbers.MINIMUM_FOR_FULL_COLOR}"),
        ("published counts", f"none of 1 to {small_numbers.LARGEST_SMALL_COUNT}"),
        ("second miss in a row", f"{RULES['second_miss'].misses} misses in a row"),
        ("four misses in a row", f"{RULES['dbt_four_misses'].misses} misses in a row"),
        ("more than 1 in 6", f"{RULES['one_in_six'].misses} misses within"),
        ("more than 1 in 6", f"within {RULES['one_in_six'].window} sessions"),
        ("two without a call", f"{RULES['two_without_a_call'].misses} no-shows in a row"),
        ("marks from the video room", f"beyond {DEFAULT_SETTINGS.grace_minutes} minutes"),
        ("check-in", f"opens {timing.OPENS_BEFORE // HOUR} hours before"),
        ("check-in", f"within {timing.REMINDER_BEFORE // HOUR} hours"),
        ("check-in", f"closes {timing.CLOSES_AFTER // HOUR} hours after"),
        ("license", f"{FIRST_WARNING_DAYS} days before it expires"),
        ("license", f"again {LAST_WARNING_DAYS} days before"),
        ("notes nearly alike", f"at least {FEWEST_WORDS} words"),
        ("notes nearly alike", f"both have {FEWEST_OWN_WORDS} others"),
    ],
)
def test_the_row_of_a_rule_says_its_figure(what, figures):
    (row,) = [line for line in DOCUMENT.read_text().splitlines() if line.startswith(f"| {what} |")]
    assert figures in row


def test_every_rule_of_attendance_that_ships_has_its_row():
    assert sorted(RULES) == ["dbt_four_misses", "one_in_six", "second_miss", "two_without_a_call"]
