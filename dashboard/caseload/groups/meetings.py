"""The cycles of a group, and the sessions of one with what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from dashboard.caseload.outcomes.presence import session_state
from dashboard.caseload.reach import clinical_group_ids, group_ids_in_reach
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.calendar import zone_named
from dashboard.clinical.words import SessionState
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Cycle, Group, PracticeClosure
from dashboard.models.notes import GroupNote, Signature


@dataclass(frozen=True)
class Meeting:
    """One session with its state; `is_signed` says whether its group note is signed.

    It is None for those who may not read notes: whether there is one is part of the record.
    `closure` is the closed day of the practice that a session still planned falls on.
    """

    group_session: GroupSession
    state: SessionState
    is_signed: bool | None
    closure: PracticeClosure | None = None


@dataclass(frozen=True)
class CycleInGroup:
    """One cycle with the local date of its first and last session, cancelled ones included.

    `time_zone` is the group's, and says which day it is there.
    """

    cycle: Cycle
    first_on: date
    last_on: date
    time_zone: str


def cycles_of_group(viewer: Viewer, group: Group) -> list[CycleInGroup]:
    """Return the cycles of a group that have sessions, the newest first."""
    query = (
        select(Cycle, func.min(GroupSession.on_date), func.max(GroupSession.on_date))
        .join(GroupSession, GroupSession.cycle_id == Cycle.id)
        .where(Cycle.group_id == group.id, Cycle.group_id.in_(group_ids_in_reach(viewer)))
        .group_by(Cycle.id)
        .order_by(Cycle.number.desc())
    )
    return [CycleInGroup(*row, group.time_zone) for row in db.session.execute(query)]


def current_cycle(viewer: Viewer, cycles: Sequence[CycleInGroup]) -> CycleInGroup | None:
    """Return the cycle under way where the group is: the earliest not over, else the newest."""
    ahead = [
        found
        for found in cycles
        if found.last_on >= viewer.as_of.astimezone(zone_named(found.time_zone)).date()
    ]
    return ahead[-1] if ahead else next(iter(cycles), None)


def meetings_of_cycle(viewer: Viewer, cycle: Cycle) -> list[Meeting]:
    """Return the sessions of a cycle in the viewer's reach, by week."""
    rows = db.session.scalars(
        select(GroupSession)
        .where(
            GroupSession.cycle_id == cycle.id,
            GroupSession.group_id.in_(group_ids_in_reach(viewer)),
        )
        .order_by(GroupSession.week)
    ).all()
    signed = _signed_notes(viewer, cycle)
    closed = {day.on_date: day for day in db.session.scalars(select(PracticeClosure))}
    tells = viewer.reads_clinical_records
    found = []
    for row in rows:
        state, is_signed = session_state(viewer, row), row.id in signed if tells else None
        closure = closed.get(row.on_date) if state is SessionState.PLANNED else None
        found.append(Meeting(row, state, is_signed, closure))
    return found


def _signed_notes(viewer: Viewer, cycle: Cycle) -> set[int]:
    """The sessions of a cycle whose group note is signed, for those who may know."""
    return set(
        db.session.scalars(
            select(GroupNote.group_session_id)
            .join(Signature, Signature.group_note_id == GroupNote.id)
            .join(GroupSession, GroupSession.id == GroupNote.group_session_id)
            .where(
                GroupSession.cycle_id == cycle.id,
                GroupSession.group_id.in_(clinical_group_ids(viewer)),
            )
        )
    )


def sessions_to_come(viewer: Viewer, group: Group) -> int:
    """Count the sessions of a group ahead that are not cancelled."""
    return db.session.scalars(
        select(func.count()).where(
            GroupSession.group_id == group.id,
            GroupSession.group_id.in_(group_ids_in_reach(viewer)),
            GroupSession.starts_at > viewer.as_of,
            GroupSession.started_at.is_(None),
            GroupSession.cancelled_at.is_(None),
        )
    ).one()
