"""Parts of a definition that contradict each other are refused, with the reason."""

import pytest

from dashboard.clinical.measures import DefinitionError, parse_definition

ITEM = {"number": 1, "topic": "first"}
SUBSCALE = {"key": "first", "name": "First", "items": [1]}
SAFETY = {"item": "1", "at_least": 1, "action": "flag", "reason": "Risk"}
PATTERN = {
    "name": "Pattern",
    "at_least": 2,
    "needed": {"first": 1},
    "evidence": "P",
    "source": "A source",
}

NO_TOTAL = {"score": {"kind": "none"}, "subscales": [SUBSCALE], "maximum": 3}

WRONG_ITEMS = [
    (
        {"safety_items": [{**SAFETY, "at_least": 4}]},
        "safety_items.at_least",
        "must be from 0 to 3 for item 1",
    ),
    (
        {**NO_TOTAL, "improved_from": 2},
        "score.kind",
        "must be sum or mean where there are thresholds",
    ),
    (
        {**NO_TOTAL, "symptom_pattern": PATTERN},
        "score.kind",
        "must be sum or mean where there are thresholds",
    ),
    ({"maximum": 7}, "minimum", "and maximum must be 0 and 6, as scored"),
    ({"answers": None}, "items[1].minimum", "is missing"),
    (
        {"answers": {"minimum": 3, "maximum": 3}},
        "items[1].maximum",
        "must be more than the minimum",
    ),
    ({"items": [ITEM, ITEM]}, "items", "has 1 twice"),
    ({"items": [ITEM, {**ITEM, "key": "other"}]}, "items", "has 1 twice"),
    (
        {"items": [{**ITEM, "answer_labels": {"4": "x"}}]},
        "items[1].answer_labels",
        "must label answers within the item's range",
    ),
    (
        {"items": [{**ITEM, "answer_labels": {"all": "x"}}]},
        "items[1].answer_labels.all",
        "must be the value of an answer",
    ),
    ({"missing": {"allowed": 2}}, "missing.allowed", "must be from 0 to 1"),
    ({"missing": {"allowed": -1}}, "missing.allowed", "must be from 0 to 1"),
    ({"subscales": [SUBSCALE, SUBSCALE]}, "subscales", "has first twice"),
    (
        {"subscales": [{**SUBSCALE, "items": []}]},
        "subscales[1].items",
        "must name at least one item",
    ),
    (
        {"subscales": [{**SUBSCALE, "items": [3]}]},
        "subscales.first.items",
        "names 3, which is not defined",
    ),
    ({"subscales": [{**SUBSCALE, "items": [1, 1]}]}, "subscales.first.items", "has 1 twice"),
    ({"subscales": [{**SUBSCALE, "kind": "none"}]}, "subscales[1].kind", "must be sum or mean"),
    (
        {"subscales": [{**SUBSCALE, "missing_allowed": 1}]},
        "subscales[1].missing_allowed",
        "must leave at least one answer",
    ),
    ({"safety_items": [{**SAFETY, "item": "9"}]}, "safety_items", "names 9, which is not defined"),
    (
        {"safety_items": [{**SAFETY, "action": "call"}]},
        "safety_items[1].action",
        "must be one of: flag, show",
    ),
    (
        {"symptom_pattern": {**PATTERN, "needed": {"last": 1}}},
        "symptom_pattern.needed",
        "names last, which is not defined",
    ),
]


@pytest.mark.parametrize(("change", "field", "problem"), WRONG_ITEMS)
def test_a_wrong_part_is_named(with_items, change, field, problem):
    with pytest.raises(DefinitionError) as refused:
        parse_definition({**with_items, **change})
    assert (refused.value.field, refused.value.problem) == (field, problem)
