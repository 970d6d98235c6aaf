"""Groups, cycles and sessions that a file brings along."""

from datetime import datetime
from typing import Any

from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Cycle, Group
from dashboard.records.importing.rows import CycleRow, GroupRow, SessionRow, ToWrite


def write_frame(rows: ToWrite, at: datetime) -> None:
    """Add the groups, their cycles and the sessions, flushed; each row learns its id."""
    _write([(row, _group(row, at)) for row in rows.groups])
    _write([(row, _cycle(row)) for row in rows.cycles])
    _write([(row, _session(row)) for row in rows.sessions])


def _write(pairs: list[tuple[Any, Any]]) -> None:
    db.session.add_all(made for _, made in pairs)
    db.session.flush()
    for row, made in pairs:
        row.id = made.id


def _group(row: GroupRow, at: datetime) -> Group:
    return Group(
        group_type_id=row.group_type_id,
        name=row.name,
        capacity=row.capacity,
        minimum_size=min(4, row.capacity),
        weekday=row.weekday,
        starts_at_wall=row.starts_at_wall,
        duration_minutes=row.duration_minutes,
        time_zone=row.time_zone,
        cycle_length=row.cycle_length,
        created_at=at,
    )


def _cycle(row: CycleRow) -> Cycle:
    return Cycle(
        group_id=row.group.id, number=row.number, starts_on=row.starts_on, length=row.length
    )


def _session(row: SessionRow) -> GroupSession:
    return GroupSession(
        group_id=row.cycle.group.id,
        cycle_id=row.cycle.id,
        week=row.week,
        on_date=row.on,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        started_at=row.started_at,
        ended_at=row.ended_at,
        # When it was called off is not known; it was before it would have begun.
        cancelled_at=row.starts_at if row.cancelled else None,
    )
