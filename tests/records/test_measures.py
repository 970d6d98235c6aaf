"""A practice's own measure: versions, computed thresholds, refusals by field."""

import pytest

from dashboard.errors import Refused
from dashboard.records.measures import define_measure
from tests.factories import LONG_AGO

BDI = {
    "key": "bdi",
    "name": "Weekly mood",
    "short_name": "BDI",
    "version": "1",
    "higher_is": "worse",
    "score": {"kind": "sum"},
    "minimum": 0,
    "maximum": 63,
    "psychometrics": {"sd": 6.396073, "reliability": 0.931},
}


def define(**changed):
    return define_measure({**BDI, **changed}, by=None, at=LONG_AGO)


def test_the_same_definition_is_the_same_version_and_a_changed_one_a_new_version(database):
    first = define()
    assert define() is first
    assert (first.number, define(maximum=60).number) == (1, 2)
    assert round(first.definition["reliable_change"]["points"], 3) == 4.657


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"key": "phq9"}, "key"), ({"maximum": -1}, "maximum"), ({"key": "B D I"}, "key")],
)
def test_what_cannot_be_a_measure_is_refused_at_its_field(database, changed, field):
    with pytest.raises(Refused) as refusal:
        define(**changed)
    assert refusal.value.field == field
