"""Define and change curricula: for clinical leads and administrators."""

from collections.abc import Collection

from dashboard.caseload.curriculum import find_curriculum
from dashboard.caseload.viewer import Viewer
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.curricula import Curriculum
from dashboard.records.curriculum import (
    Outline,
    assign_curriculum,
    change_curriculum,
    define_curriculum,
)


def defines_curricula(viewer: Viewer) -> bool:
    """Tell whether curricula are this viewer's to define."""
    return viewer.reads_every_group


def define(viewer: Viewer, outline: Outline, group_type_ids: Collection[int]) -> int:
    """Define a curriculum and return its id. Raises NotOnCaseload, or Refused by field."""
    check(viewer)
    by, at = viewer.user_id, viewer.as_of
    row = define_curriculum(outline, by=by, at=at)
    assign_curriculum(row, group_type_ids, by=by, at=at)
    db.session.commit()
    return row.id


def change(
    viewer: Viewer,
    curriculum_id: int,
    outline: Outline,
    group_type_ids: Collection[int],
    *,
    version: int,
) -> None:
    """Change a curriculum. Raises NotOnCaseload, Refused by field, or Conflict."""
    row = find_to_change(viewer, curriculum_id)
    by, at = viewer.user_id, viewer.as_of
    change_curriculum(row, outline, version=version, by=by, at=at)
    assign_curriculum(row, group_type_ids, by=by, at=at)
    db.session.commit()


def find_to_change(viewer: Viewer, curriculum_id: int) -> Curriculum:
    """Return a curriculum that the viewer may change. Raises NotOnCaseload."""
    check(viewer)
    return find_curriculum(viewer, curriculum_id)


def check(viewer: Viewer) -> None:
    """Raise NotOnCaseload for those who define no curricula."""
    if not defines_curricula(viewer):
        raise NotOnCaseload
