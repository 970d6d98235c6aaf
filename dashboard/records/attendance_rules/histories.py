"""The stays of a group as the rules look at them: what was held, marked and made up."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from dashboard.clinical.attendance import History, SessionMark, stay_from_changes
from dashboard.clinical.words import SEATED_STATUSES, Mark, SessionState
from dashboard.extensions import db
from dashboard.models.curricula import SkillMakeUp, TaughtSkill
from dashboard.models.group_sessions import Attendance, GroupSession
from dashboard.models.participants import Enrollment


@dataclass(frozen=True)
class StayHistory:
    """One stay that has not ended, with its history."""

    stay: Enrollment
    history: History


def histories_of_group(group_id: int, at: datetime) -> list[StayHistory]:
    """Return the stays with a seat in a group, each with its sessions up to `at`."""
    stays = db.session.scalars(
        select(Enrollment)
        .options(selectinload(Enrollment.changes))
        .where(Enrollment.group_id == group_id, Enrollment.status.in_(SEATED_STATUSES))
        .order_by(Enrollment.id)
    ).all()
    query = select(GroupSession).where(GroupSession.group_id == group_id)
    sessions = db.session.scalars(query).all()
    marks, made_up = _marks(group_id), _made_up(group_id, [stay.id for stay in stays])

    def at_session(stay: Enrollment, row: GroupSession) -> SessionMark:
        place = (stay.id, row.id)
        return SessionMark(row.on_date, marks.get(place), _state(row, at), place in made_up)

    return [
        StayHistory(
            stay,
            History(
                stay_from_changes((change.status, change.on_date) for change in stay.changes),
                tuple(at_session(stay, row) for row in sessions),
            ),
        )
        for stay in stays
    ]


def _state(row: GroupSession, at: datetime) -> SessionState:
    if row.cancelled_at is not None:
        return SessionState.CANCELLED
    return SessionState.HELD if row.starts_at <= at else SessionState.PLANNED


def _marks(group_id: int) -> dict[tuple[int, int], Mark | None]:
    query = select(Attendance.enrollment_id, Attendance.group_session_id, Attendance.mark).where(
        Attendance.group_id == group_id
    )
    return {(stay, session): mark for stay, session, mark in db.session.execute(query)}


def _made_up(group_id: int, stay_ids: Iterable[int]) -> set[tuple[int, int]]:
    """The stays and sessions of which everything that was taught has been made up."""
    taught: dict[int, set[int]] = defaultdict(set)
    query = (
        select(TaughtSkill.group_session_id, TaughtSkill.skill_id)
        .join(GroupSession, GroupSession.id == TaughtSkill.group_session_id)
        .where(GroupSession.group_id == group_id)
    )
    for session_id, skill_id in db.session.execute(query):
        taught[session_id].add(skill_id)
    gone_through: dict[int, set[int]] = defaultdict(set)
    of_stays = select(SkillMakeUp).where(SkillMakeUp.enrollment_id.in_(list(stay_ids)))
    for row in db.session.scalars(of_stays):
        gone_through[row.enrollment_id].add(row.skill_id)
    return {
        (stay_id, session_id)
        for stay_id, skills in gone_through.items()
        for session_id, wanted in taught.items()
        if wanted <= skills
    }
