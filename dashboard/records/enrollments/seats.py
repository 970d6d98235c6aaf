"""Seats: each is one number in one group, and nobody shares one."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from dashboard.clinical.enrollment import lowest_free_seat
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.groups import Group
from dashboard.models.participants import Enrollment


def lock_group(group_id: int) -> Group:
    """Return the group, so that nobody else gives away its seats until this is committed.

    SQLite has one writer anyway; elsewhere the row is locked. The unique seat number holds
    even where somebody forgets to ask.
    """
    query = select(Group).where(Group.id == group_id).with_for_update()
    return db.session.scalars(query.execution_options(populate_existing=True)).one()


def free_seat(group: Group) -> int | None:
    """Return the lowest free seat of a locked group, from 1, or None when it is full."""
    seats = db.session.scalars(
        select(Enrollment.seat_number).where(
            Enrollment.group_id == group.id, Enrollment.seat_number.is_not(None)
        )
    )
    return lowest_free_seat({seat for seat in seats if seat is not None}, group.capacity)


def take_seat(group: Group) -> int:
    """Return the seat to take. Raises Refused when the group is full."""
    seat = free_seat(group)
    if seat is None:
        raise Refused(
            f"All {group.capacity} seats of {group.name} are taken. Nothing was changed: "
            "the waitlist keeps the next place.",
            field="place",
        )
    return seat


def refuse_closed(group: Group) -> None:
    """Raise Refused for a group that has been closed."""
    if group.closed_on is not None:
        raise Refused(f"{group.name} is closed; nobody can join it.")


def local_date(group: Group, at: datetime) -> date:
    """Return the date on the group's wall at a moment."""
    return at.astimezone(ZoneInfo(group.time_zone)).date()
