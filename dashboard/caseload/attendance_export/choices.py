"""What the filters of the export page offer: all of it within the viewer's reach."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from dashboard.caseload.attendance_export.filters import AttendanceFilters
from dashboard.caseload.reach import group_ids_in_reach
from dashboard.caseload.viewer import Viewer
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.groups import Cycle, Facilitator, Group, GroupType
from dashboard.models.participants import Enrollment, Participant


@dataclass(frozen=True)
class ExportChoices:
    """By name, closed groups and people who left included; cycles by number."""

    types: Sequence[GroupType]
    groups: Sequence[Group]
    facilitators: Sequence[User]
    participants: Sequence[Participant]
    cycles: Sequence[int]


def export_choices(viewer: Viewer, filters: AttendanceFilters) -> ExportChoices:
    """Return what may be chosen; participants and cycles are those of the chosen group."""
    reach = group_ids_in_reach(viewer)
    groups = db.session.scalars(select(Group).where(Group.id.in_(reach)).order_by(Group.name)).all()
    kinds = {group.group_type_id for group in groups}
    ids = [group.id for group in groups if filters.group_id in (None, group.id)]
    run = select(Facilitator.user_id).where(Facilitator.group_id.in_(ids))
    stays = select(Enrollment.participant_id).where(
        Enrollment.group_id.in_(ids), Enrollment.joined_on.is_not(None)
    )
    in_order = (Participant.family_name, Participant.given_name, Participant.code)
    return ExportChoices(
        types=db.session.scalars(
            select(GroupType).where(GroupType.id.in_(kinds)).order_by(GroupType.name)
        ).all(),
        groups=groups,
        facilitators=db.session.scalars(
            select(User).where(User.id.in_(run)).order_by(User.name, User.id)
        ).all(),
        participants=db.session.scalars(
            select(Participant).where(Participant.id.in_(stays)).order_by(*in_order)
        ).all(),
        cycles=db.session.scalars(
            select(Cycle.number).where(Cycle.group_id.in_(ids)).distinct().order_by(Cycle.number)
        ).all(),
    )
