"""Who runs a group, from a day on and until a day; who has left stays in the record."""

from datetime import date, datetime

from sqlalchemy import select

from dashboard.clinical.words import FacilitatorRole, Role
from dashboard.errors import NotOnCaseload, Refused
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.groups import Facilitator, Group
from dashboard.records.enrollments.seats import local_date, lock_group
from dashboard.records.trail import write_audit_line


def add_facilitator(
    group: Group, user_id: int, role: FacilitatorRole, *, since: date, by: int, at: datetime
) -> Facilitator:
    """Give a user a role in a group; the caller commits. Raises Refused, by field.

    A group has one lead, and each user one role at a time.
    """
    lock_group(group.id)
    user = db.session.get(User, user_id)
    if user is None or user.deactivated_at is not None or user.role is Role.ADMINISTRATOR:
        raise Refused("Choose somebody who treats people here.", field="user_id")
    for row in _now(group):
        if row.user_id == user_id:
            raise Refused(f"{user.name} has a role in this group: end it first.", field="user_id")
        if row.role is role is FacilitatorRole.LEAD:
            raise Refused("The group has a lead: end that role first.", field="role")
    added = Facilitator(group_id=group.id, user_id=user_id, role=role, since=since)
    db.session.add(added)
    _write_line(added, "add facilitator", by, at)
    return added


def end_facilitator(
    group: Group, facilitator_id: int, *, until: date, by: int, at: datetime
) -> Facilitator:
    """End a role on a day, today or earlier; the caller commits.

    Raises Refused, by field; NotOnCaseload where the group has no such role now.
    """
    lock_group(group.id)
    row = next((row for row in _now(group) if row.id == facilitator_id), None)
    if row is None:
        raise NotOnCaseload
    # A role that was to begin later and is given back ends on its first day.
    if not row.since <= until <= max(row.since, local_date(group, at)):
        raise Refused("Choose a day from the first one to today.", field="until")
    row.until = until
    _write_line(row, "end facilitator", by, at)
    return row


def _now(group: Group) -> list[Facilitator]:
    query = select(Facilitator).where(Facilitator.group_id == group.id, Facilitator.until.is_(None))
    return list(db.session.scalars(query))


def _write_line(row: Facilitator, action: str, by: int, at: datetime) -> None:
    db.session.flush()
    detail = {"group": row.group_id, "user": row.user_id, "role": row.role}
    write_audit_line(
        by=by, at=at, action=action, subject="facilitators", subject_id=row.id, detail=detail
    )
