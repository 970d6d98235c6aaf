"""Each rule says itself in plain words, with an example that it has worked out."""

import pytest

from dashboard.attendance_rules.presenters import (
    condition_in_words,
    counts_in_words,
    example_in_words,
    example_of,
    step_in_words,
)
from dashboard.clinical.attendance import rule_from_row, shipped_rules

RULES = {rule.key: rule for rule in shipped_rules()}
HALF = {
    "key": "half",
    "name": "Half",
    "kind": "consecutive",
    "step": "review",
    "misses": 1,
    "counts": {"late": "1/2"},
    "made_up_forgives": True,
}


def test_the_second_miss_in_words():
    rule = RULES["second_miss"]
    assert condition_in_words(rule) == "2 misses in a row"
    assert counts_in_words(rule) == "Excused, late cancellation and no-show count as a miss."
    assert step_in_words(rule) == "Somebody gets in touch before the next session."
    assert example_in_words(rule) == (
        "Week 1 present, week 2 excused, week 3 excused: reached in week 3, by weeks 2 and 3."
    )


def test_a_window_in_words():
    rule = RULES["one_in_six"]
    assert condition_in_words(rule) == "2 misses within the last 6 sessions"
    assert counts_in_words(rule) == (
        "Excused, late cancellation and no-show count as a miss; "
        "late and left early count as a third of a miss."
    )
    assert example_in_words(rule) == (
        "Week 1 present, week 2 excused, week 3 present, week 4 excused: "
        "reached in week 4, by weeks 2 and 4."
    )


def test_parts_of_a_miss_and_one_week():
    rule = rule_from_row(HALF)
    assert condition_in_words(rule) == "1 miss in a row"
    assert counts_in_words(rule) == (
        "Late counts as half a miss. What was made up counts for nothing."
    )
    assert example_of(rule).counted == (2, 3)
    one = rule_from_row({**HALF, "counts": {"late": 1}})
    assert example_in_words(one) == "Week 1 present, week 2 late: reached in week 2, by week 2."


def test_another_part_of_a_miss():
    rule = rule_from_row({**HALF, "counts": {"late": "1/4"}, "misses": "1.5"})
    assert condition_in_words(rule) == "1.5 misses in a row"
    assert counts_in_words(rule).startswith("Late counts as 0.25 misses.")


@pytest.mark.parametrize("window", [2, 3])
def test_a_narrow_window_is_reached_by_misses_in_a_row_where_it_must(window):
    row = {**HALF, "kind": "window", "window": window, "misses": 2, "counts": {"no_show": 1}}
    assert example_of(rule_from_row(row)).counted == ((2, 3) if window == 2 else (2, 4))


def test_a_rule_that_nobody_reaches_says_so():
    rule = rule_from_row({**HALF, "misses": 52, "counts": {"late": "1/2"}})
    assert example_in_words(rule) == "Not even 59 such sessions in a row reach this rule."
