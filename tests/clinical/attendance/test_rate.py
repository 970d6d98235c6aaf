"""Attended of held while enrolled; what is not recorded never counts as absence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.clinical.attendance import AttendanceRate, Hold, Stay, attendance_rate
from tests.clinical.attendance.histories import history, week

# letters: attended, missed, not recorded, rate
RATES = {
    "": (0, 0, 0, None),
    "..x": (0, 0, 0, None),
    "??": (0, 0, 2, None),
    "PPPP": (4, 0, 0, 1.0),
    "PLl": (3, 0, 0, 1.0),
    "ECN": (0, 3, 0, 0.0),
    "PNxP.": (2, 1, 0, 2 / 3),
    "PN??": (1, 1, 2, 0.5),
    "PM": (1, 1, 0, 0.5),
}


@pytest.mark.parametrize("letters", RATES)
def test_the_rate_is_of_what_is_recorded(letters):
    found = attendance_rate(history(letters))
    assert (found.attended, found.missed, found.not_recorded, found.rate) == RATES[letters]


def test_nothing_before_joining_on_hold_or_after_leaving_counts():
    stay = Stay(week(3), week(7), (Hold(week(4), week(6)),))
    assert attendance_rate(history("NNPNNNPNN", stay)) == AttendanceRate(2, 1, 0)


def test_an_attended_session_that_does_not_count_is_left_out():
    assert attendance_rate(history("PP", Stay(week(2)))) == AttendanceRate(1, 0, 0)


@given(st.text("PLlECN?x.M", max_size=16), st.integers(0, 16))
def test_forgetting_to_record_never_makes_an_absence(letters, place):
    known, forgotten = letters, letters[:place] + "?" + letters[place + 1 :]
    before, after = attendance_rate(history(known)), attendance_rate(history(forgotten))
    assert after.missed <= before.missed
    assert after.expected == after.recorded + after.not_recorded
    assert after.rate is None or 0 <= after.rate <= 1
