"""What marks and minutes say of each other."""

import pytest

from dashboard.clinical.attendance import default_minutes, minutes_messages
from dashboard.clinical.words import Mark

# mark, minutes late, minutes left early: minutes of a session of 90
DEFAULTS = [
    (None, None, None, None),
    (None, 5, 5, None),
    (Mark.PRESENT, None, None, 90),
    (Mark.PRESENT, 5, None, 90),
    (Mark.LATE, None, None, None),
    (Mark.LATE, None, 20, None),
    (Mark.LATE, 20, None, 70),
    (Mark.LATE, 20, 10, 60),
    (Mark.LATE, 91, None, 0),
    (Mark.LEFT_EARLY, None, 15, 75),
    (Mark.LEFT_EARLY, 10, 15, 65),
    (Mark.LEFT_EARLY, 10, None, None),
    (Mark.EXCUSED, None, None, None),
    (Mark.LATE_CANCELLATION, None, None, None),
    (Mark.NO_SHOW, 0, 0, None),
]


@pytest.mark.parametrize(("mark", "late", "early", "minutes"), DEFAULTS)
def test_a_mark_stands_for_minutes(mark, late, early, minutes):
    assert default_minutes(mark, 90, late, early) == minutes


NO_MARK = "Choose a mark: minutes alone do not say whether the person was there."
MISSED = "A missed session has no minutes: clear them or choose another mark."
BOUNDS = "Minutes must be between 0 and 720."
LONGER = "The session had 90 minutes; 91 is more."
NOTHING = "No minutes attended is a missed session: choose another mark."
MESSAGES = [
    (None, None, ()),
    (None, 30, (NO_MARK,)),
    (Mark.NO_SHOW, None, ()),
    (Mark.NO_SHOW, 0, (MISSED,)),
    (Mark.EXCUSED, 30, (MISSED,)),
    (Mark.PRESENT, None, ()),
    (Mark.PRESENT, -1, (BOUNDS,)),
    (Mark.PRESENT, 0, (NOTHING,)),
    (Mark.PRESENT, 1, ()),
    (Mark.PRESENT, 90, ()),
    (Mark.PRESENT, 91, (LONGER,)),
    (Mark.PRESENT, 721, (BOUNDS,)),
    (Mark.LATE, 89, ()),
    (Mark.LATE, 90, ("Marked late, but with all 90 minutes of the session.",)),
    (Mark.LEFT_EARLY, 90, ("Marked left early, but with all 90 minutes of the session.",)),
]


@pytest.mark.parametrize(("mark", "minutes", "messages"), MESSAGES)
def test_minutes_that_do_not_fit_are_named(mark, minutes, messages):
    assert minutes_messages(mark, minutes, 90) == messages


@pytest.mark.parametrize(("minutes", "messages"), [(720, ()), (721, (BOUNDS,))])
def test_no_session_is_longer_than_half_a_day(minutes, messages):
    assert minutes_messages(Mark.PRESENT, minutes, 800) == messages
