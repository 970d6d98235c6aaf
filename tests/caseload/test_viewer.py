"""What each role may do at all, before any record is looked at."""

from datetime import UTC, datetime

import pytest

from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import Role

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("role", "label", "clinical", "every_group", "practice", "leads"),
    [
        (Role.THERAPIST, "Therapist", True, False, False, False),
        (Role.CLINICAL_LEAD, "Clinical lead", True, True, False, True),
        (Role.ADMINISTRATOR, "Administrator", False, True, True, False),
    ],
)
def test_each_role_reads_what_is_its_own(role, label, clinical, every_group, practice, leads):
    viewer = Viewer(1, "Ana Ruiz", role, NOON)
    assert viewer.role_label == label
    assert viewer.reads_clinical_records is clinical
    assert viewer.reads_every_group is every_group
    assert viewer.runs_the_practice is practice
    assert viewer.leads is leads
