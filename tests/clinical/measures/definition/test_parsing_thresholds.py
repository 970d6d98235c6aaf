"""A threshold that cannot be used is refused, with the field and the reason."""

import pytest

from dashboard.clinical.measures import DefinitionError, parse_definition

ORIGIN = {"evidence": "practice", "source": "Practice policy"}
CHANGE = {"points": 5, "rule": "more_than", **ORIGIN}
LOW, HIGH = {"name": "low", "starts": 0}, {"name": "high", "starts": 30}
BANDS = {"levels": [LOW, HIGH], **ORIGIN}
UNORDERED = "must be at least one band, each starting above the last"
OUTSIDE = "must begin at 0 and lie within the range"

WRONG = [
    (
        {"cutoff": {**ORIGIN, "value": 9, "comparison": "le"}},
        "cutoff.comparison",
        "must point to the worse side",
    ),
    (
        {"cutoff": {**ORIGIN, "value": 64, "comparison": "ge"}},
        "cutoff.value",
        "must be from 0 to 63",
    ),
    (
        {"cutoff": {"value": 9, "comparison": "=>", **ORIGIN}},
        "cutoff.comparison",
        "must be one of: ge, gt, le, lt",
    ),
    ({"cutoff": {"value": 9, "comparison": "ge"}}, "cutoff.evidence", "is missing"),
    ({"reliable_change": {**CHANGE, "points": 0}}, "reliable_change.points", "must be more than 0"),
    ({"reliable_change": {**CHANGE, "points": 64}}, "reliable_change.points", "must be at most 63"),
    ({"reliable_change": {**CHANGE, "source": ""}}, "reliable_change.source", "must not be empty"),
    (
        {"reliable_change": {**CHANGE, "provisional": 1}},
        "reliable_change.provisional",
        "must be true or false",
    ),
    ({"bands": {**BANDS, "comparison": "lt"}}, "bands.comparison", "must be ge or gt"),
    ({"bands": {**BANDS, "levels": []}}, "bands.levels", UNORDERED),
    ({"bands": {**BANDS, "levels": [HIGH, LOW]}}, "bands.levels", UNORDERED),
    ({"bands": {**BANDS, "levels": [HIGH]}}, "bands.levels", OUTSIDE),
    ({"bands": {**BANDS, "levels": [LOW, {"name": "x", "starts": 64}]}}, "bands.levels", OUTSIDE),
]


@pytest.mark.parametrize(("change", "field", "problem"), WRONG)
def test_a_wrong_threshold_is_named(total_only, change, field, problem):
    with pytest.raises(DefinitionError) as refused:
        parse_definition({**total_only, **change})
    assert (refused.value.field, refused.value.problem) == (field, problem)
