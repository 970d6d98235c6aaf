"""Sessions ahead that follow the group to another weekday, time or zone."""

from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from dashboard.clinical.calendar import instant_of, zone_named
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Group
from dashboard.records.checkins.invitations import move_check_ins


def follow_new_time(
    group: Group, weekday: int, starts_at_wall: time, zone: str, *, at: datetime
) -> int:
    """Move the sessions ahead that were at the group's usual time before; return how many.

    Each stays in its calendar week. Cancelled ones, those moved one by one, and those whose new
    time would be over already stay as they are.
    """
    moved = 0
    for row in sessions_ahead(group.id, at=at):
        usual = instant_of(row.on_date, starts_at_wall, zone_named(zone))
        if row.on_date.weekday() != weekday or row.starts_at != usual:
            continue
        on = row.on_date + timedelta(days=group.weekday - weekday)
        before = (row.starts_at, row.ends_at)
        if instant_of(on, group.starts_at_wall, zone_named(group.time_zone)) > at:
            put_at(row, group, on, group.starts_at_wall)
        moved += before != (row.starts_at, row.ends_at)
    return moved


def sessions_ahead(group_id: int, *, at: datetime) -> list[GroupSession]:
    """Return the sessions of a group that have not begun and are not cancelled, by time."""
    query = select(GroupSession).where(
        GroupSession.group_id == group_id,
        GroupSession.starts_at > at,
        GroupSession.started_at.is_(None),
        GroupSession.cancelled_at.is_(None),
    )
    return list(db.session.scalars(query.order_by(GroupSession.starts_at)))


def put_at(row: GroupSession, group: Group, on: date, wall_time: time) -> None:
    """Give a session a date and a time on the group's wall; its check-ins go with it."""
    row.on_date = on
    row.starts_at = instant_of(on, wall_time, zone_named(group.time_zone))
    row.ends_at = row.starts_at + timedelta(minutes=group.duration_minutes)
    move_check_ins(row)
