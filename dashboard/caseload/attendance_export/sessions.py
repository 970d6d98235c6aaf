"""The sessions that an export is about, each read once."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select

from dashboard.caseload.attendance_export.filters import AttendanceFilters
from dashboard.caseload.outcomes.presence import state_by_times
from dashboard.caseload.reach import group_ids_in_reach
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import SessionState
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession, Substitute
from dashboard.models.groups import Cycle, Facilitator, Group, GroupType

COLUMNS: dict[str, Any] = {
    "id": GroupSession.id,
    "on": GroupSession.on_date,
    "group": Group.name,
    "group_type": GroupType.key,
    "time_zone": Group.time_zone,
    "cycle": Cycle.number,
    "cycle_starts_on": Cycle.starts_on,
    "cycle_length": Cycle.length,
    "week": GroupSession.week,
    "starts_at": GroupSession.starts_at,
    "ends_at": GroupSession.ends_at,
    "started_at": GroupSession.started_at,
    "ended_at": GroupSession.ended_at,
}


@dataclass(frozen=True)
class SessionFacts:
    """One session that has begun, with its group and cycle."""

    id: int
    on: date
    group: str
    group_type: str
    time_zone: str
    cycle: int
    cycle_starts_on: date
    cycle_length: int
    week: int
    starts_at: datetime
    ends_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    state: SessionState


def begun(viewer: Viewer, filters: AttendanceFilters) -> list[ColumnElement[bool]]:
    """Return the conditions for sessions in the viewer's reach that the filters ask for."""
    found = [
        GroupSession.group_id.in_(group_ids_in_reach(viewer)),
        GroupSession.starts_at <= viewer.as_of,
    ]
    if filters.group_id is not None:
        found.append(GroupSession.group_id == filters.group_id)
    if filters.group_type is not None:
        found.append(GroupSession.group_id.in_(_of_type(filters.group_type)))
    if filters.cycle is not None:
        cycles = select(Cycle.id).where(Cycle.number == filters.cycle)
        found.append(GroupSession.cycle_id.in_(cycles))
    if filters.first_on is not None:
        found.append(GroupSession.on_date >= filters.first_on)
    if filters.last_on is not None:
        found.append(GroupSession.on_date <= filters.last_on)
    if filters.facilitator_id is not None:
        found.append(_run_by(filters.facilitator_id))
    return found


def sessions_asked_for(viewer: Viewer, filters: AttendanceFilters) -> dict[int, SessionFacts]:
    """Return the sessions that the filters ask for, by id."""
    named = [column.label(name) for name, column in COLUMNS.items()]
    query = (
        select(*named, GroupSession.cancelled_at)
        .join(Group, Group.id == GroupSession.group_id)
        .join(GroupType, GroupType.id == Group.group_type_id)
        .join(Cycle, Cycle.id == GroupSession.cycle_id)
        .where(*begun(viewer, filters))
    )
    return {row.id: _facts(viewer, dict(row._mapping)) for row in db.session.execute(query)}


def _facts(viewer: Viewer, found: dict[str, Any]) -> SessionFacts:
    cancelled_at = found.pop("cancelled_at")
    return SessionFacts(**found, state=state_by_times(viewer, found["starts_at"], cancelled_at))


def _of_type(key: str) -> Select[int]:
    of_type = select(Group.id).join(GroupType, GroupType.id == Group.group_type_id)
    return of_type.where(GroupType.key == key)


def _run_by(user_id: int) -> ColumnElement[bool]:
    """Who ran the group on the day, or stood in at the session."""
    ran = (
        select(Facilitator.id)
        .where(
            Facilitator.group_id == GroupSession.group_id,
            Facilitator.user_id == user_id,
            Facilitator.since <= GroupSession.on_date,
            or_(Facilitator.until.is_(None), Facilitator.until >= GroupSession.on_date),
        )
        .exists()
    )
    stood_in = and_(Substitute.group_session_id == GroupSession.id, Substitute.user_id == user_id)
    return or_(ran, select(Substitute.id).where(stood_in).exists())
