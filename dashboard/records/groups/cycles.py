"""Opens cycles, and moves or skips their weeks: a cycle keeps its number of sessions."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import func, select

from dashboard.clinical.calendar import (
    ScheduleRefused,
    day_in_words,
    instant_of,
    session_instants,
    zone_named,
)
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Cycle, Group, PracticeClosure
from dashboard.records.enrollments.seats import lock_group
from dashboard.records.groups.replanning import put_at
from dashboard.records.trail import write_audit_line

WEEK = timedelta(days=7)
MOST_DAYS = 6


def open_cycle(group: Group, *, first_on: date, length: int, by: int, at: datetime) -> Cycle:
    """Add the group's next cycle with its sessions, without the days that the practice is closed.

    `first_on` is the earliest day; the first session is on the group's weekday then or after.
    Does not commit. Raises Refused, by field.
    """
    if lock_group(group.id).closed_on is not None:
        raise Refused("This group is closed: open it again first.", field="first_on")
    last = _last_day(group)
    if last is not None and first_on <= last:
        words = f"The cycle before this one ends on {day_in_words(last)}: choose a later day."
        raise Refused(words, field="first_on")
    time, zone = group.starts_at_wall, group.time_zone
    minutes = group.duration_minutes
    try:
        planned = session_instants(
            first_on, group.weekday, time, zone, minutes, length, closures=_closures()
        )
    except ScheduleRefused as problem:
        raise Refused(str(problem), field="first_on") from problem
    newest = select(func.max(Cycle.number)).where(Cycle.group_id == group.id)
    number = (db.session.scalar(newest) or 0) + 1
    cycle = Cycle(group_id=group.id, number=number, starts_on=planned[0].on_date, length=length)
    db.session.add(cycle)
    db.session.flush()
    for each in planned:
        when = {"on_date": each.on_date, "starts_at": each.starts_at, "ends_at": each.ends_at}
        db.session.add(GroupSession(group_id=group.id, cycle_id=cycle.id, week=each.week, **when))
    _write_line("open cycle", "cycles", cycle.id, by, at)
    return cycle


def move_session(row: GroupSession, group: Group, on: date, *, by: int, at: datetime) -> None:
    """Hold one session on another day of about the same week. Does not commit. Raises Refused."""
    _refuse_begun(row, at)
    if abs((on - row.on_date).days) > MOST_DAYS:
        words = f"A session can move by at most {MOST_DAYS} days; to leave a week out, skip it."
        raise Refused(words, field="on")
    _refuse_out_of_order(row, on)
    if instant_of(on, group.starts_at_wall, zone_named(group.time_zone)) <= at:
        raise Refused("This time is over: choose a day to come.", field="on")
    if on in _closures():
        raise Refused("The practice is closed on this day.", field="on")
    put_at(row, group, on, group.starts_at_wall)
    _write_line("move session", "group_sessions", row.id, by, at)


def skip_week(row: GroupSession, group: Group, *, by: int, at: datetime) -> int:
    """Leave this week out: this session and those after it go on, so that none is lost.

    They come on the group's weekday, also where one had been moved to another day. Returns how
    many sessions have a new day. Does not commit. Raises Refused.
    """
    _refuse_begun(row, at)
    later = _from_here(row)
    usual = row.on_date + timedelta(days=group.weekday - row.on_date.weekday())
    days = list(zip(later, _days_after(usual, len(later)), strict=True))
    following = _first_of_next_cycle(row)
    if following is not None and days[-1][1] >= following:
        raise Refused(f"The next cycle begins on {day_in_words(following)}: move that first.")
    for each, on in reversed(days):
        put_at(each, group, on, group.starts_at_wall)
        db.session.flush()
    _write_line("skip week", "group_sessions", row.id, by, at)
    return len(days)


def _days_after(on: date, count: int) -> Iterator[date]:
    closed = _closures()
    while count:
        on += WEEK
        if on not in closed:
            count -= 1
            yield on


def _from_here(row: GroupSession) -> list[GroupSession]:
    query = select(GroupSession).where(
        GroupSession.cycle_id == row.cycle_id,
        GroupSession.week >= row.week,
        GroupSession.cancelled_at.is_(None),
    )
    return list(db.session.scalars(query.order_by(GroupSession.week)))


def _refuse_begun(row: GroupSession, at: datetime) -> None:
    if row.starts_at <= at or row.started_at is not None or row.cancelled_at is not None:
        raise Refused("Only a session that lies ahead, and is not cancelled, can have another day.")


def _refuse_out_of_order(row: GroupSession, on: date) -> None:
    clash = select(GroupSession.on_date).where(
        GroupSession.cycle_id == row.cycle_id,
        ((GroupSession.week < row.week) & (GroupSession.on_date >= on))
        | ((GroupSession.week > row.week) & (GroupSession.on_date <= on)),
    )
    other = db.session.scalar(clash.limit(1))
    if other is not None:
        raise Refused(f"Another session of the cycle is on {day_in_words(other)}.", field="on")


def _first_of_next_cycle(row: GroupSession) -> date | None:
    return db.session.scalar(
        select(func.min(GroupSession.on_date)).where(
            GroupSession.group_id == row.group_id,
            GroupSession.cycle_id != row.cycle_id,
            GroupSession.on_date > row.on_date,
        )
    )


def _last_day(group: Group) -> date | None:
    query = select(func.max(GroupSession.on_date)).where(GroupSession.group_id == group.id)
    return db.session.scalar(query)


def _closures() -> frozenset[date]:
    return frozenset(db.session.scalars(select(PracticeClosure.on_date)))


def _write_line(action: str, subject: str, subject_id: int, by: int, at: datetime) -> None:
    db.session.flush()
    write_audit_line(by=by, at=at, action=action, subject=subject, subject_id=subject_id)
