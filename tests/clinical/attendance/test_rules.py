"""Rules as data: those that ship, those that a practice writes, those that cannot be."""

from fractions import Fraction

import pytest

from dashboard.clinical.attendance import (
    RuleKind,
    RuleRefused,
    RuleStep,
    row_from_rule,
    rule_from_row,
    shipped_rules,
)
from dashboard.clinical.words import ATTENDED_MARKS, Mark

ROW = {
    "key": "three",
    "name": "Three in a row",
    "kind": "consecutive",
    "step": "review",
    "misses": 3,
    "counts": {"no_show": 1, "late": 0.5},
}


def test_the_rules_that_ship():
    assert {rule.key: (rule.kind, rule.step, rule.misses) for rule in shipped_rules()} == {
        "second_miss": (RuleKind.CONSECUTIVE, RuleStep.OUTREACH, 2),
        "dbt_four_misses": (RuleKind.CONSECUTIVE, RuleStep.DROP_OUT, 4),
        "one_in_six": (RuleKind.WINDOW, RuleStep.REVIEW, 2),
        "two_without_a_call": (RuleKind.CONSECUTIVE, RuleStep.REVIEW, 2),
    }


@pytest.mark.parametrize("rule", shipped_rules(), ids=lambda rule: rule.key)
def test_a_rule_is_written_and_read_back(rule):
    assert rule_from_row(row_from_rule(rule)) == rule


@pytest.mark.parametrize("rule", shipped_rules(), ids=lambda rule: rule.key)
def test_being_present_never_counts_and_every_rule_says_where_it_is_from(rule):
    assert rule.weight(Mark.PRESENT) == 0
    assert all(rule.weight(mark) < 1 for mark in ATTENDED_MARKS)
    assert len(rule.source.split()) > 5


def test_weights_are_exact_fractions():
    rule = rule_from_row({**ROW, "counts": {"late": "1/3", "no_show": 0.25}})
    assert rule.weight(Mark.LATE) == Fraction(1, 3)
    assert rule.weight(Mark.NO_SHOW) == Fraction(1, 4)
    assert rule.weight(Mark.EXCUSED) == 0


@pytest.mark.parametrize(("forgives", "weight"), [(True, 0), (False, 1)])
def test_a_made_up_session_is_forgiven_only_where_the_rule_says_so(forgives, weight):
    rule = rule_from_row({**ROW, "made_up_forgives": forgives})
    assert rule.weight(Mark.NO_SHOW, made_up=True) == weight
    assert rule.weight(Mark.NO_SHOW) == 1


WINDOW = {"kind": "window", "window": 6}
KIND = "A window of sessions belongs to a rule of that kind, and only there."
LENGTH = "A window has as many sessions as misses, at most 52."
WEIGHTS = "A mark counts as 0 to 1 misses, and one mark at least counts."
UNKNOWN = "The rule has a value that is not known: "
REFUSED = [
    ({"misses": 0}, "A rule needs more than no misses."),
    ({"misses": "1e99999999"}, f"{UNKNOWN}'1e99999999' is not a number of misses."),
    ({"misses": "1/0"}, f"{UNKNOWN}Fraction(1, 0)."),
    ({"counts": {}}, WEIGHTS),
    ({"counts": {"no_show": 0}}, WEIGHTS),
    ({"counts": {"no_show": 1.5}}, WEIGHTS),
    ({"counts": {"absent": 1}}, f"{UNKNOWN}'absent' is not a valid Mark."),
    ({"counts": 3}, f"{UNKNOWN}'int' object has no attribute 'items'."),
    ({"step": "expel"}, f"{UNKNOWN}'expel' is not a valid RuleStep."),
    ({"kind": "window"}, KIND),
    ({"window": 6}, KIND),
    ({**WINDOW, "window": 2}, LENGTH),
    ({**WINDOW, "window": 53}, LENGTH),
]


@pytest.mark.parametrize(("changed", "message"), REFUSED)
def test_a_rule_that_cannot_be_is_refused(changed, message):
    with pytest.raises(RuleRefused) as refusal:
        rule_from_row({**ROW, **changed})
    assert str(refusal.value) == message


@pytest.mark.parametrize("window", [3, 52])
def test_a_window_of_any_sensible_length_is_allowed(window):
    assert rule_from_row({**ROW, **WINDOW, "window": window}).window == window


@pytest.mark.parametrize("missing", ROW)
def test_a_rule_that_says_nothing_about_something_is_refused(missing):
    row = {key: value for key, value in ROW.items() if key != missing}
    with pytest.raises(RuleRefused) as refusal:
        rule_from_row(row)
    assert str(refusal.value) == f"The rule says nothing about '{missing}'."
