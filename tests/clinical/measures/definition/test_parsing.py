"""A definition is read whole, and refused with the field and the reason."""

import pytest

from dashboard.clinical.measures import DefinitionError, Status, parse_definition
from dashboard.clinical.words import Evidence

WRONG_FIELDS = [
    ({"key": None}, "key", "is missing"),
    (
        {"key": "Low Mood"},
        "key",
        "must be 1 to 40 of a-z, 0-9 and underscore, beginning with a letter",
    ),
    ({"name": "  "}, "name", "must not be empty"),
    ({"name": 5}, "name", "must be a text"),
    ({"name": "x" * 2001}, "name", "must be plain text of at most 2000 characters"),
    ({"recall": "a\x00b"}, "recall", "must be plain text of at most 2000 characters"),
    ({"cutof": 1}, "cutof", "is not a field of a definition"),
    ({"higher_is": "up"}, "higher_is", "must be one of: worse, better"),
    ({"minimum": None}, "minimum", "is missing"),
    ({"minimum": True}, "minimum", "must be a number"),
    ({"minimum": "0"}, "minimum", "must be a number"),
    ({"maximum": float("nan")}, "maximum", "must be a number between -1,000,000 and 1,000,000"),
    ({"maximum": 10**400}, "maximum", "must be a number between -1,000,000 and 1,000,000"),
    ({"maximum": 1e9}, "maximum", "must be a number between -1,000,000 and 1,000,000"),
    ({"maximum": 0}, "maximum", "must be more than the minimum"),
    ({"score": None}, "score", "is missing"),
    ({"score": "sum"}, "score", "must be a table of fields"),
    ({"score": {"kind": "sum", "multiplier": 0}}, "score.multiplier", "must be at least 1"),
    ({"score": {"kind": "sum", "multiplier": 1.5}}, "score.multiplier", "must be a whole number"),
    ({"score": {"kind": "sum", "step": 0}}, "score.step", "must be more than 0"),
    ({"score": {"kind": "none"}}, "score.kind", "needs subscales when there is no total"),
    ({"missing": {"allowed": 1}}, "missing.allowed", "must be from 0 to 0"),
    ({"items": "1, 2"}, "items", "must be a list"),
    ({"items": [3]}, "items[1]", "must be a table of fields"),
    ({"improved_from": 64}, "improved_from", "must be from 0 to 63"),
    ({"psychometrics": {"sd": 0}}, "psychometrics.sd", "must be more than 0"),
    (
        {"psychometrics": {"reliability": 1}},
        "psychometrics.reliability",
        "must be at least 0 and below 1",
    ),
]


def refusal(data):
    with pytest.raises(DefinitionError) as refused:
        parse_definition(data)
    return refused.value.field, refused.value.problem


@pytest.mark.parametrize(("change", "field", "problem"), WRONG_FIELDS)
def test_a_wrong_field_is_named(total_only, change, field, problem):
    assert refusal({**total_only, **change}) == (field, problem)


def test_something_else_than_a_definition():
    assert refusal(["phq9"]) == ("definition", "must be a table of fields")


def test_a_total_only_measure_of_the_practice(total_only):
    measure = parse_definition(total_only)
    assert (measure.total_only, measure.has_wording, measure.status) == (
        True,
        False,
        Status.PRACTICE,
    )
    assert (measure.usable_cutoff.value, measure.usable_reliable_change) == (14, None)
    assert (measure.psychometrics.sd, measure.psychometrics.functional_mean) == (6.396073, None)


def test_without_a_rule_no_answer_may_be_missing(with_items):
    measure = parse_definition({**with_items, "missing": None})
    assert (measure.missing.allowed, measure.missing.evidence) == (0, Evidence.PRACTICE)


def test_an_error_reads_as_one_line():
    assert (
        str(DefinitionError("cutoff.value", "must be a number")) == "cutoff.value: must be a number"
    )
