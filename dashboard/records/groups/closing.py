"""A group closes when nobody is in it any more; its record stays, and it may open again."""

from datetime import date, datetime

from sqlalchemy import func, select

from dashboard.clinical.calendar import day_in_words
from dashboard.clinical.words import ENDED_STATUSES
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Group
from dashboard.models.participants import Enrollment
from dashboard.records.enrollments.seats import local_date, lock_group
from dashboard.records.groups.replanning import sessions_ahead
from dashboard.records.trail import write_audit_line


def close_group(group_id: int, *, on: date, reason: str, by: int, at: datetime) -> int:
    """Close a group on a day, flushed, with an audit line; the caller commits.

    Sessions ahead are cancelled with the reason; returns how many. Raises Refused, by field:
    while somebody has a seat or waits, for a day to come or before the last session held, and
    where sessions ahead lack a reason.
    """
    group = lock_group(group_id)
    if group.closed_on is not None:
        raise Refused("This group is closed already.")
    _refuse_people(group)
    _refuse_day(group, on, at)
    ahead = sessions_ahead(group.id, at=at)
    if ahead and not reason.strip():
        raise Refused("Say why: the sessions ahead are cancelled with it.", field="reason")
    for session in ahead:
        session.cancelled_at, session.cancellation_reason = at, reason.strip()
    group.closed_on = on
    _write_line(group, "close group", by, at, {"on": on.isoformat(), "cancelled": len(ahead)})
    return len(ahead)


def reopen_group(group_id: int, *, by: int, at: datetime) -> None:
    """Open a closed group again; cancelled sessions stay so. No commit. Raises Refused."""
    group = lock_group(group_id)
    if group.closed_on is None:
        raise Refused("This group is open.")
    was = group.closed_on
    group.closed_on = None
    _write_line(group, "reopen group", by, at, {"was closed on": was.isoformat()})


def _refuse_people(group: Group) -> None:
    open_stays = select(func.count(Enrollment.seat_number), func.count()).where(
        Enrollment.group_id == group.id, Enrollment.status.not_in(ENDED_STATUSES)
    )
    seated, inside = db.session.execute(open_stays).one()
    if inside:
        words = f"Seats taken: {seated}, waiting: {inside - seated}."
        raise Refused(f"{words} End or transfer these stays first, each with its reason.")


def _refuse_day(group: Group, on: date, at: datetime) -> None:
    if on > local_date(group, at):
        raise Refused("This day has not come yet: choose today or earlier.", field="on")
    last = db.session.scalar(
        select(func.max(GroupSession.on_date)).where(
            GroupSession.group_id == group.id,
            GroupSession.cancelled_at.is_(None),
            GroupSession.starts_at <= at,
        )
    )
    if last is not None and on < last:
        words = f"The last session was on {day_in_words(last)}: choose that day or later."
        raise Refused(words, field="on")


def _write_line(
    group: Group, action: str, by: int, at: datetime, detail: dict[str, object]
) -> None:
    db.session.flush()
    write_audit_line(
        by=by, at=at, action=action, subject="groups", subject_id=group.id, detail=detail
    )
