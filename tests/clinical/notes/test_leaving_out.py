"""Names of others left out of a text that is handed out: more than the guard looks for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clinical.notes import LeftOut, NamedPerson, NamesToLeaveOut

IRIS = NamedPerson(1, "Iris", "Holm", "Iri")
NEAR = (
    NamedPerson(2, "Omar", "Reyes", also=("Captain-O", "555 0199", "AB")),
    NamedPerson(3, "Grace", "May"),
    NamedPerson(4, "Iris", "Winter"),
)
FAR = (NamedPerson(5, "Tamsin", "Ferrow", also=("T-9",)),)
NAMES = NamesToLeaveOut(IRIS, NEAR, FAR)
GAP = "[name left out]"


@pytest.mark.parametrize(
    ("text", "left", "count"),
    [
        ("", "", 0),
        ("omar and REYES. Omar's turn", f"{GAP} and {GAP}. {GAP}'s turn", 3),
        ("Grace came. with grace, Grace and", f"{GAP} came. with grace, {GAP} and", 2),
        ("In May 3 and on May 4; May sat", f"In May 3 and on May 4; {GAP} sat", 1),
        ("Iris Holm and Iri and Iris", "Iris Holm and Iri and Iris", 0),
        ("Iris Winter, Iris W. and Iris", f"{GAP}, {GAP} and Iris", 2),
        ("as captain o said: 555 0199, AB", f"as {GAP} said: {GAP}, AB", 2),
        ("Tamsin. Ferrow. Ferrow, Tamsin, t-9", f"Tamsin. Ferrow. {GAP}, {GAP}", 2),
        ("O.R. and OR and O. Reyes", f"{GAP} and OR and {GAP}", 2),
    ],
)
def test_what_is_left_out(text, left, count):
    assert NAMES.leave_out(text) == LeftOut(left, count)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["Omar", "sat", "by", "Reyes", "Iris", "Grace", "."]), max_size=8))
def test_no_name_of_another_is_ever_kept(words):
    left = NAMES.leave_out(" ".join(words))
    assert [name for name in ("Omar", "Reyes", "Grace") if name in left.text] == []
    assert left.count == left.text.count(GAP)
