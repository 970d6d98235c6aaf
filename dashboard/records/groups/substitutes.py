"""Who stands in at one session."""

from datetime import datetime

from sqlalchemy import select

from dashboard.clinical.words import Role
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.group_sessions import GroupSession, Substitute
from dashboard.models.groups import Facilitator
from dashboard.records.trail import write_audit_line


def name_substitute(row: GroupSession, user_id: int, *, by: int, at: datetime) -> None:
    """Let somebody stand in at a session: they read and write its record. No commit.

    Raises Refused, by field, for who treats nobody here, runs the group anyway or stands in.
    """
    user = db.session.get(User, user_id)
    if user is None or user.deactivated_at is not None or user.role is Role.ADMINISTRATOR:
        raise Refused("Choose somebody who treats people here.", field="user_id")
    runs_it = select(Facilitator.id).where(
        Facilitator.group_id == row.group_id,
        Facilitator.user_id == user_id,
        Facilitator.until.is_(None),
    )
    if db.session.scalar(runs_it) is not None or _standing_in(row, user_id) is not None:
        raise Refused(f"{user.name} is at this session already.", field="user_id")
    db.session.add(Substitute(group_session_id=row.id, user_id=user_id))
    _write_line("name substitute", row, user_id, by, at)


def remove_substitute(row: GroupSession, user_id: int, *, by: int, at: datetime) -> None:
    """End it again; what the person wrote stays. Does nothing where nobody stands in. No commit."""
    found = _standing_in(row, user_id)
    if found is not None:
        db.session.delete(found)
        _write_line("remove substitute", row, user_id, by, at)


def _standing_in(row: GroupSession, user_id: int) -> Substitute | None:
    return db.session.scalar(
        select(Substitute).where(
            Substitute.group_session_id == row.id, Substitute.user_id == user_id
        )
    )


def _write_line(action: str, row: GroupSession, user_id: int, by: int, at: datetime) -> None:
    db.session.flush()
    write_audit_line(
        by=by,
        at=at,
        action=action,
        subject="group_sessions",
        subject_id=row.id,
        detail={"user": user_id},
    )
