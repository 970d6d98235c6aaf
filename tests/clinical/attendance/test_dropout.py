"""Drop-out by rule."""

import pytest

from dashboard.clinical.attendance import Stay, drop_out, shipped_rules
from tests.clinical.attendance.histories import history, week

# letters: last attended week, weeks of the run, week of the return
DROP_OUTS = {
    "": None,
    "PNNN": None,
    "PPNNNN": (2, 6, None),
    "NNNN": (None, 4, None),
    "PNNNNN": (1, 5, None),
    "PNNNNP": (1, 5, 6),
    "PNNNN?": (1, 5, None),
    "PNNNNPNNNN": (1, 5, 6),
}


def weeks_of(found):
    days = (found.last_attended, found.flag.last_session, found.returned_on)
    return tuple(None if on is None else (on - week(1)).days // 7 + 1 for on in days)


@pytest.mark.parametrize("letters", DROP_OUTS)
def test_drop_out_is_derived_by_rule(letters):
    found = drop_out(shipped_rules(), history(letters))
    assert (found and weeks_of(found)) == DROP_OUTS[letters]


@pytest.mark.parametrize(("letters", "stands"), [("PNNNN", True), ("PNNNNP", False)])
def test_a_drop_out_stands_until_the_person_returns(letters, stands):
    assert drop_out(shipped_rules(), history(letters)).stands is stands


def test_leaving_before_the_rule_is_reached_is_no_drop_out():
    assert drop_out(shipped_rules(), history("PNNNN", Stay(week(1), week(4)))) is None


def test_a_practice_without_such_a_rule_has_no_drop_outs():
    assert drop_out(shipped_rules()[:1], history("NNNN")) is None
