"""When one stay began in earnest, and at which held sessions the person was there."""

from dataclasses import dataclass
from datetime import date, datetime

from dashboard.caseload.outcomes.facts import CourseFacts
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.attendance import (
    AttendanceRate,
    History,
    SessionMark,
    attendance_rate,
    drop_out,
    shipped_rules,
    stay_from_changes,
)
from dashboard.clinical.attendance.sessions import expected_sessions
from dashboard.clinical.outcomes.track import week_number
from dashboard.clinical.words import ATTENDED_MARKS, DischargeReason, SessionState
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Cycle
from dashboard.models.participants import Enrollment


@dataclass(frozen=True)
class HeldSession:
    """A session held or cancelled while the person was in the group; `week` is the person's.

    `skills` are the names of what it taught.
    """

    group_session: GroupSession
    week: int
    mark: SessionMark
    skills: tuple[str, ...] = ()


@dataclass(frozen=True)
class Presence:
    """A stay that started: the first attended session, its cycle, and the sessions of the stay."""

    first_attended: date
    cycle: Cycle
    attendance: AttendanceRate
    sessions: tuple[HeldSession, ...]
    has_dropped_out: bool


def session_state(viewer: Viewer, group_session: GroupSession) -> SessionState:
    """Cancelled as recorded; otherwise held once its planned start has passed."""
    return state_by_times(viewer, group_session.starts_at, group_session.cancelled_at)


def state_by_times(
    viewer: Viewer, starts_at: datetime, cancelled_at: datetime | None
) -> SessionState:
    """The state of a session of which only the planned start and the cancellation are at hand."""
    if cancelled_at is not None:
        return SessionState.CANCELLED
    return SessionState.HELD if starts_at <= viewer.as_of else SessionState.PLANNED


def read_presence(viewer: Viewer, facts: CourseFacts, stay: Enrollment) -> Presence | None:
    """Return the presence of a stay, or None when no held session was attended in it."""
    rows = facts.sessions.get(stay.group_id, [])
    marks = [
        SessionMark(row.on_date, facts.marks.get((stay.id, row.id)), session_state(viewer, row))
        for row in rows
    ]
    changes = facts.changes.get(stay.id, [])
    history = History(stay_from_changes((word, on) for word, on, _ in changes), tuple(marks))
    expected = expected_sessions(history)
    first = next((mark for mark in expected if mark.mark in ATTENDED_MARKS), None)
    if first is None:
        return None
    pairs = list(zip(rows, marks, strict=True))
    left = any(reason is DischargeReason.DROPPED_OUT for *_, reason in changes)
    return Presence(
        first_attended=first.on,
        cycle=next(row.cycle for row, mark in pairs if mark == first),
        attendance=attendance_rate(history),
        sessions=tuple(
            HeldSession(row, week_number(first.on, mark.on), mark, _skills(facts, row))
            for row, mark in pairs
            if mark.state is not SessionState.PLANNED and history.stay.active_on(mark.on)
        ),
        has_dropped_out=left or _stays_away(history),
    )


def _skills(facts: CourseFacts, row: GroupSession) -> tuple[str, ...]:
    return tuple(skill.name for skill in facts.taught.get(row.id, ()))


def _stays_away(history: History) -> bool:
    """By the rules that end in drop-out, and without a return since."""
    found = drop_out(shipped_rules(), history)
    return found is not None and found.stands
