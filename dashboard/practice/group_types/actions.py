"""What administrators and leads change about the kinds of group."""

from dashboard.caseload.curriculum import curricula_by_name
from dashboard.caseload.practice.group_types import find_group_type, primary_measures
from dashboard.caseload.viewer import Viewer
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.records.practice.group_types import KindSettings, change_group_type


def change_kind(viewer: Viewer, group_type_id: int, told: KindSettings, *, version: int) -> None:
    """Change a kind of group. Raises NotOnCaseload, Refused by field, or Conflict."""
    kind = find_group_type(viewer, group_type_id).kind
    known = {each.version.measure_id for each in primary_measures(viewer)}
    if told.primary_measure_id not in known | {kind.primary_measure_id}:
        raise Refused("Choose one of the measures.", field="primary_measure_id")
    taught = {each.id for each in curricula_by_name(viewer)}
    if told.curriculum_id is not None and told.curriculum_id not in taught:
        raise Refused("Choose one of the curricula.", field="curriculum_id")
    change_group_type(kind, told, version=version, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()
