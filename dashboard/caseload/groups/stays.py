"""One stay with its history, and who could begin one."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select

from dashboard.caseload.groups.roster import kept_group_ids, stay_history
from dashboard.caseload.reach import group_ids_in_reach, participant_ids_in_reach
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.attendance import DropOut, drop_out, shipped_rules
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.groups import Group
from dashboard.models.participants import Enrollment, EnrollmentChange, Participant

MOST_PEOPLE = 50


@dataclass(frozen=True)
class StayChange:
    """One change of a stay, and the name of who made it; none for what happens by itself."""

    change: EnrollmentChange
    by_name: str | None


def changes_of_stay(viewer: Viewer, stay: Enrollment) -> list[StayChange]:
    """Return every change of a stay in the viewer's reach, the first one first."""
    rows = db.session.execute(
        select(EnrollmentChange, User.name)
        .join(Enrollment, Enrollment.id == EnrollmentChange.enrollment_id)
        .outerjoin(User, User.id == EnrollmentChange.by_id)
        .where(
            EnrollmentChange.enrollment_id == stay.id,
            Enrollment.group_id.in_(group_ids_in_reach(viewer)),
        )
        .order_by(EnrollmentChange.on_date, EnrollmentChange.id)
    )
    return [StayChange(change, name) for change, name in rows]


def drop_out_by_rule(viewer: Viewer, stay: Enrollment) -> DropOut | None:
    """Return the drop-out that the attendance of a stay amounts to, by rule and not by memory.

    None where no rule is reached, and for those who may not read the record.
    """
    history = stay_history(viewer, stay)
    return drop_out(shipped_rules(), history) if history else None


def people_to_add(viewer: Viewer, group: Group, find: str = "") -> Sequence[Participant]:
    """Return up to 50 people of the viewer's who are not in the group now, by name.

    `find` is the beginning of a name or a code.
    """
    inside = select(Enrollment.participant_id).where(
        Enrollment.group_id == group.id, Enrollment.ended_on.is_(None)
    )
    query = select(Participant).where(Participant.id.not_in(inside))
    if not viewer.reads_every_group:
        query = query.where(Participant.id.in_(participant_ids_in_reach(viewer)))
    if find:
        query = query.where(
            or_(
                Participant.family_name.istartswith(find, autoescape=True),
                Participant.given_name.istartswith(find, autoescape=True),
                Participant.code.istartswith(find, autoescape=True),
            )
        )
    in_order = query.order_by(Participant.family_name, Participant.given_name, Participant.id)
    return db.session.scalars(in_order.limit(MOST_PEOPLE)).all()


def groups_to_go_to(viewer: Viewer, stay: Enrollment) -> Sequence[Group]:
    """Return the open groups whose roster the viewer keeps, without that of the stay, by name."""
    return db.session.scalars(
        select(Group)
        .where(
            Group.id.in_(kept_group_ids(viewer)),
            Group.id != stay.group_id,
            Group.closed_on.is_(None),
        )
        .order_by(Group.name)
    ).all()
