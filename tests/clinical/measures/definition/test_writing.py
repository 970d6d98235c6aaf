"""A definition becomes plain data and comes back the same."""

import pytest

from dashboard.clinical.change.thresholds import ThresholdRule
from dashboard.clinical.measures import definition_data, parse_definition
from dashboard.clinical.measures.definition.writing import plain_fields

ORIGIN = {"evidence": "practice", "source": "Practice policy"}
CHANGE = {"points": 5, "rule": "more_than", **ORIGIN}
BANDS = {"levels": [{"name": "all", "starts": 0}], **ORIGIN}
ITEM = {"number": 1, "topic": "first"}
SUBSCALE = {"key": "first", "name": "First", "items": [1]}
SAFETY = {"item": "1", "at_least": 1, "action": "flag", "reason": "Risk"}
PATTERN = {"name": "Pattern", "at_least": 2, "needed": {"first": 1}, **ORIGIN}


def test_a_measure_with_everything_survives_the_way_to_data_and_back(with_items):
    labels = {"0": "Not at all", "3": "Very"}
    data = {
        **with_items,
        "items": [{**ITEM, "question": "How?", "answer_labels": labels}, with_items["items"][1]],
        "safety_items": [SAFETY],
        "symptom_pattern": PATTERN,
        "reliable_change": CHANGE,
        "bands": BANDS,
    }
    measure = parse_definition(data)
    assert measure.items[0].answer_labels == ((0, "Not at all"), (3, "Very"))
    assert measure.reliable_change.rule is ThresholdRule.MORE_THAN
    assert parse_definition(definition_data(measure)) == measure


def test_data_leaves_out_what_is_unknown(total_only):
    data = definition_data(parse_definition(total_only))
    assert "reliable_change" not in data
    assert data["psychometrics"] == {"sd": 6.396073, "reliability": 0.931}
    assert data["missing"] == {"allowed": 0, "rounded": False, "evidence": "practice"}


def test_something_else_is_refused():
    with pytest.raises(TypeError, match="'phq9' is not a part of a definition"):
        plain_fields("phq9")
