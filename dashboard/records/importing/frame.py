"""Groups, cycles and sessions that a file brings along."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, insert

from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Cycle, Group
from dashboard.records.importing.rows import CycleRow, GroupRow, SessionRow, ToWrite

Values = dict[str, Any]


def write_frame(rows: ToWrite, at: datetime) -> None:
    """Add the groups, their cycles and the sessions; each row learns its id."""
    add_rows(Group, rows.groups, [_group(row, at) for row in rows.groups])
    add_rows(Cycle, rows.cycles, [_cycle(row) for row in rows.cycles])
    add_rows(GroupSession, rows.sessions, [_session(row) for row in rows.sessions])


def add_rows(model: Any, rows: Sequence[Any], values: list[Values]) -> None:
    """Insert many rows of one table at once; each learns the id that it got."""
    if not rows:
        return
    table = cast(Table, model.__table__)
    statement = insert(table).returning(table.c.id, sort_by_parameter_order=True)
    for row, number in zip(rows, db.session.scalars(statement, values), strict=True):
        row.id = number


def _group(row: GroupRow, at: datetime) -> Values:
    return {
        "group_type_id": row.group_type_id,
        "name": row.name,
        "capacity": row.capacity,
        "minimum_size": min(4, row.capacity),
        "weekday": row.weekday,
        "starts_at_wall": row.starts_at_wall,
        "duration_minutes": row.duration_minutes,
        "time_zone": row.time_zone,
        "cycle_length": row.cycle_length,
        "created_at": at,
    }


def _cycle(row: CycleRow) -> Values:
    return {
        "group_id": row.group.id,
        "number": row.number,
        "starts_on": row.starts_on,
        "length": row.length,
    }


def _session(row: SessionRow) -> Values:
    return {
        "group_id": row.cycle.group.id,
        "cycle_id": row.cycle.id,
        "week": row.week,
        "on_date": row.on,
        "starts_at": row.starts_at,
        "ends_at": row.ends_at,
        "started_at": row.started_at,
        "ended_at": row.ended_at,
        # When it was called off is not known; it was before it would have begun.
        "cancelled_at": row.starts_at if row.cancelled else None,
    }
