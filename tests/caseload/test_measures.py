"""The measures in use, by name and by key."""

import pytest

from dashboard.caseload.measures import find_measure, measures_by_name
from dashboard.errors import NotOnCaseload
from tests.cast import make_cast, viewer_of


def test_every_shipped_measure_is_there_once_by_short_name(database):
    found = measures_by_name(viewer_of(make_cast().ana))
    names = [measure.definition.short_name for measure in found]
    assert len(names) == 15
    assert names == sorted(names, key=str.casefold)


def test_one_is_found_by_its_key_and_an_unknown_one_is_not(database):
    viewer = viewer_of(make_cast().ana)
    assert find_measure(viewer, "phq9").version.measure.key == "phq9"
    with pytest.raises(NotOnCaseload):
        find_measure(viewer, "bdi")
