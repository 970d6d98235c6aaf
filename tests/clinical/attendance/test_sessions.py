"""Which sessions count for a person."""

from datetime import timedelta

import pytest

from dashboard.clinical.attendance import (
    History,
    Hold,
    Stay,
    expected_sessions,
    is_expected,
    stay_from_changes,
)
from dashboard.clinical.words import EnrollmentStatus, SessionState
from tests.clinical.attendance.histories import FIRST, history, session, week, weeks

DAY = timedelta(days=1)
RESERVED, ACTIVE = EnrollmentStatus.RESERVED, EnrollmentStatus.ACTIVE
ON_HOLD, DISCHARGED = EnrollmentStatus.ON_HOLD, EnrollmentStatus.DISCHARGED

# the stay, and whether the person is expected the day before week 3, on its day, the day after
AROUND_WEEK_3 = [
    (Stay(FIRST), [True, True, True]),
    (Stay(None), [False, False, False]),
    (Stay(week(3)), [False, True, True]),
    (Stay(FIRST, week(3)), [True, True, False]),
    (Stay(FIRST, holds=(Hold(week(3)),)), [True, False, False]),
    (Stay(FIRST, holds=(Hold(week(2), week(3)),)), [False, True, True]),
    (
        Stay(FIRST, holds=(Hold(week(1), week(2)), Hold(week(3), week(3) + DAY))),
        [True, False, True],
    ),
]


@pytest.mark.parametrize(("stay", "expected"), AROUND_WEEK_3)
def test_who_is_expected_on_the_day_before_the_day_and_the_day_after(stay, expected):
    days = [week(3) - DAY, week(3), week(3) + DAY]
    assert [is_expected(stay, on, SessionState.HELD) for on in days] == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [(SessionState.HELD, True), (SessionState.PLANNED, False), (SessionState.CANCELLED, False)],
)
def test_only_a_session_that_was_held_is_expected(state, expected):
    assert is_expected(Stay(FIRST), week(2), state) is expected


def test_expected_sessions_are_in_order_of_date():
    mixed = (session(3, "P"), session(1, "N"), session(2, "x"), session(4, "?"), session(5, "."))
    found = expected_sessions(History(Stay(FIRST), mixed))
    assert found == (session(1, "N"), session(3, "P"), session(4, "?"))


def test_sessions_on_hold_and_after_leaving_are_left_out():
    stay = Stay(week(2), week(6), (Hold(week(3), week(5)),))
    found = expected_sessions(history("PPPPPPP", stay))
    assert tuple(one.on for one in found) == weeks(2, 5, 6)


CHANGES = [
    ([], Stay(None)),
    ([(RESERVED, week(1))], Stay(None)),
    ([(RESERVED, week(1)), (DISCHARGED, week(2))], Stay(None, week(2))),
    ([(RESERVED, week(1)), (ACTIVE, week(2))], Stay(week(2))),
    ([(ACTIVE, week(1)), (ACTIVE, week(2))], Stay(week(1))),
    ([(ACTIVE, week(1)), (ON_HOLD, week(3))], Stay(week(1), None, (Hold(week(3)),))),
    (
        [(ACTIVE, week(1)), (ON_HOLD, week(3)), (ON_HOLD, week(4)), (ACTIVE, week(5))],
        Stay(week(1), None, (Hold(week(3), week(5)),)),
    ),
    ([(ACTIVE, week(1)), (ON_HOLD, week(3)), (ACTIVE, week(3))], Stay(week(1))),
    (
        [(ACTIVE, week(1)), (ON_HOLD, week(3)), (DISCHARGED, week(6))],
        Stay(week(1), week(6), (Hold(week(3)),)),
    ),
    ([(DISCHARGED, week(6)), (ACTIVE, week(1))], Stay(week(1), week(6))),
]


@pytest.mark.parametrize(("changes", "stay"), CHANGES)
def test_a_stay_is_read_from_the_changes_of_an_enrollment(changes, stay):
    assert stay_from_changes(changes) == stay
