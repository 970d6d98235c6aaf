"""First names and initials that tell everybody apart and say no more than that needs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.documents.short_names import short_names

WORDS = st.text("ab", min_size=1, max_size=3)


@pytest.mark.parametrize(
    ("people", "names"),
    [
        ([], []),
        ([("Dana", "Wells"), ("Elias", "Wells")], ["Dana W.", "Elias W."]),
        ([("Dana", "Wells"), ("Dana", "Winter")], ["Dana We.", "Dana Wi."]),
        ([("Dana", "Wells"), ("dana", "wells")], ["Dana Wells (1)", "dana wells (2)"]),
        ([("Dana", "Wel"), ("Dana", "Wells")], ["Dana Wel", "Dana Well."]),
        ([("Dana", ""), ("Dana", "")], ["Dana (1)", "Dana (2)"]),
        ([("Bo", "L"), ("Bo", "Lind")], ["Bo L.", "Bo Li."]),
    ],
)
def test_names_are_as_long_as_needed(people, names):
    assert short_names(people) == names


@settings(max_examples=50)
@given(st.lists(st.tuples(WORDS, WORDS), max_size=6))
def test_no_two_names_are_the_same(people):
    names = short_names(people)
    assert len({name.casefold() for name in names}) == len(people)
