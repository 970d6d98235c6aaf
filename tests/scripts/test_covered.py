"""The coverage gate names every file that is not covered whole, and what it misses there."""

import pytest

from tests.covered import files_to_cover, not_covered
from tests.measuring import ROOT, CoveredWhole


@pytest.fixture
def coverage():
    """Everything met."""
    met = {"missing_lines": [], "missing_branches": []}
    return {"files": dict.fromkeys(files_to_cover(), met)}


def test_nothing_is_left_out_when_all_was_met(coverage):
    assert not_covered(coverage) == []


def test_lines_and_branches_that_nothing_met_are_named(coverage):
    coverage["files"]["dashboard/clinical/licenses.py"] = {
        "missing_lines": [21, 22],
        "missing_branches": [[24, 26], [24, 0]],
    }
    assert not_covered(coverage) == ["dashboard/clinical/licenses.py: 21, 22, 24->26, 24->exit"]


def test_a_file_that_no_test_imports_is_named(coverage):
    del coverage["files"]["dashboard/records/measures.py"]
    assert not_covered(coverage) == ["dashboard/records/measures.py: not imported by any test"]


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("dashboard/clinical/licenses.py", True),
        ("dashboard/caseload/reach.py", True),
        ("dashboard/records/practice/accounts.py", True),
        ("dashboard/sessions/actions.py", True),
        ("dashboard/sessions/notes/actions.py", True),
        ("dashboard/sessions/routes.py", False),
        ("dashboard/web/assets.py", False),
        ("dashboard/clinical/measures/library/phq9.json", False),
        ("tests/clinical/test_licenses.py", False),
    ],
)
def test_which_files_must_be_covered_whole(name, whole):
    assert CoveredWhole().matches(str(ROOT / name)) is whole
