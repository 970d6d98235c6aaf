"""What those who keep a group's roster plan for its cycles."""

from collections.abc import Mapping, Sequence

from dashboard.caseload.curriculum import first_running_week
from dashboard.caseload.groups import keeps_roster
from dashboard.caseload.viewer import Viewer
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.curricula import CurriculumPlan
from dashboard.models.groups import Cycle, Group
from dashboard.records.curriculum import follow_preset, plan_weeks


def choose_preset(
    viewer: Viewer, group: Group, cycle: Cycle, preset: CurriculumPlan | None, *, version: int
) -> int:
    """Let a cycle follow a preset, or none; return how many sessions it planned.

    Raises NotOnCaseload, or Conflict.
    """
    check(viewer, group)
    plan_id = None if preset is None else preset.id
    first_week = first_running_week(viewer, group, cycle, plan_id)
    by, at = viewer.user_id, viewer.as_of
    planned = follow_preset(cycle, preset, first_week=first_week, version=version, by=by, at=at)
    db.session.commit()
    return planned


def set_weeks(
    viewer: Viewer,
    group: Group,
    cycle: Cycle,
    skill_ids: Mapping[int, Sequence[int]],
    *,
    version: int,
) -> None:
    """Set what sessions ahead are to teach. Raises NotOnCaseload, Refused, or Conflict."""
    check(viewer, group)
    plan_weeks(cycle, skill_ids, version=version, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()


def check(viewer: Viewer, group: Group) -> None:
    """Raise NotOnCaseload for those who do not keep the group's roster."""
    if not keeps_roster(viewer, group):
        raise NotOnCaseload
