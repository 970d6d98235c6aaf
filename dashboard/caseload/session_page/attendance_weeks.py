"""How many of those expected were there, session by session of one cycle."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from dashboard.caseload.expected import group_stays, is_active_on_day
from dashboard.caseload.outcomes.presence import session_state
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.outcomes.intervals import Proportion
from dashboard.clinical.words import ATTENDED_MARKS, Mark, SessionState
from dashboard.extensions import db
from dashboard.models.group_sessions import Attendance, GroupSession
from dashboard.models.participants import Enrollment


@dataclass(frozen=True)
class PresentInWeek:
    """One session of the cycle; None where it was not held, or nothing is recorded yet."""

    week: int
    present: Proportion | None


def present_by_week(viewer: Viewer, group_session: GroupSession) -> list[PresentInWeek]:
    """Return every week of the cycle of a session that the viewer has found, by number."""
    sessions = db.session.scalars(
        select(GroupSession)
        .options(joinedload(GroupSession.group))
        .where(GroupSession.cycle_id == group_session.cycle_id)
        .order_by(GroupSession.week)
    ).all()
    stays = group_stays(viewer, group_session)
    recorded = _recorded(sessions)
    return [
        PresentInWeek(each.week, present)
        for each in sessions
        for is_shown, present in [_present(viewer, each, stays, recorded)]
        if is_shown
    ]


def _recorded(sessions: Sequence[GroupSession]) -> dict[tuple[int, int], Mark]:
    marks = db.session.execute(
        select(Attendance.group_session_id, Attendance.enrollment_id, Attendance.mark).where(
            Attendance.group_session_id.in_([each.id for each in sessions])
        )
    )
    return {(session, stay): mark for session, stay, mark in marks if mark is not None}


def _present(
    viewer: Viewer,
    each: GroupSession,
    stays: Sequence[Enrollment],
    recorded: dict[tuple[int, int], Mark],
) -> tuple[bool, Proportion | None]:
    """Whether a week is shown at all, and who was there: a week ahead has not fallen out."""
    expected = [stay.id for stay in stays if is_active_on_day(viewer, stay, each)]
    known = [recorded.get((each.id, stay_id)) for stay_id in expected]
    state = session_state(viewer, each)
    if state is SessionState.CANCELLED or not any(known):
        return state is not SessionState.PLANNED, None
    attended = sum(mark in ATTENDED_MARKS for mark in known)
    return True, Proportion(attended, len(expected))
