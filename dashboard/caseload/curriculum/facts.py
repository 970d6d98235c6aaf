"""What teaching and learning are made of, in a constant number of questions."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import joinedload, selectinload

from dashboard.caseload.outcomes.presence import session_state
from dashboard.caseload.outcomes.taught import skills_by_session
from dashboard.caseload.reach import clinical_group_ids
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.attendance import is_expected, stay_from_changes
from dashboard.clinical.curriculum import MakeUp, TaughtSession
from dashboard.clinical.words import Mark, SessionState
from dashboard.extensions import db
from dashboard.models.curricula import Skill, SkillMakeUp
from dashboard.models.group_sessions import Attendance, GroupSession
from dashboard.models.groups import Group
from dashboard.models.participants import Enrollment


@dataclass(frozen=True)
class PersonSession:
    """One session of a stay's group; `expected` when it counts for the person."""

    group_session: GroupSession
    state: SessionState
    expected: bool
    attendance: Attendance | None

    @property
    def mark(self) -> Mark | None:
        return None if self.attendance is None else self.attendance.mark


@dataclass(frozen=True)
class LearningFacts:
    """Stays with what belongs to them, by the ids that they are asked for."""

    stays: list[Enrollment]
    sessions: dict[int, list[GroupSession]]
    taught: dict[int, tuple[str, ...]]
    attendance: dict[tuple[int, int], Attendance]
    make_ups: dict[int, list[MakeUp]]


def learning_facts(viewer: Viewer, *wanted: ColumnElement[bool]) -> LearningFacts:
    """Return the viewer's stays for which all of `wanted` holds, with their facts.

    They may ask about Enrollment, Group and GroupType. Reservations and waits are no stays yet.
    """
    chosen = _chosen(viewer, *wanted)
    stays = db.session.scalars(
        chosen.options(
            joinedload(Enrollment.participant),
            joinedload(Enrollment.group).joinedload(Group.group_type),
            selectinload(Enrollment.changes),
        ).order_by(Enrollment.joined_on, Enrollment.id)
    )
    stay_ids = chosen.with_only_columns(Enrollment.id)
    group_ids = chosen.with_only_columns(Enrollment.group_id)
    return LearningFacts(
        stays=list(stays),
        sessions=_sessions(group_ids),
        taught=_taught(viewer, group_ids),
        attendance=_attendance(stay_ids),
        make_ups=_make_ups(stay_ids),
    )


def _chosen(viewer: Viewer, *wanted: ColumnElement[bool]) -> Select[Enrollment]:
    return (
        select(Enrollment)
        .join(Enrollment.group)
        .join(Group.group_type)
        .where(
            Enrollment.group_id.in_(clinical_group_ids(viewer)),
            Enrollment.joined_on.is_not(None),
            *wanted,
        )
    )


def sessions_of_stay(viewer: Viewer, facts: LearningFacts, stay: Enrollment) -> list[PersonSession]:
    """Return every session of the stay's group with what it was for this person, by time."""
    of_stay = stay_from_changes((change.status, change.on_date) for change in stay.changes)
    found = []
    for row in facts.sessions.get(stay.group_id, []):
        state = session_state(viewer, row)
        expected = is_expected(of_stay, row.on_date, state)
        found.append(PersonSession(row, state, expected, facts.attendance.get((stay.id, row.id))))
    return found


def taught_sessions(viewer: Viewer, facts: LearningFacts, group_id: int) -> list[TaughtSession]:
    """Return the group's sessions that were held, with the skills that were taught."""
    return [
        TaughtSession(row.id, row.on_date, facts.taught.get(row.id, ()))
        for row in facts.sessions.get(group_id, [])
        if session_state(viewer, row) is SessionState.HELD
    ]


def _sessions(group_ids: Select[int]) -> dict[int, list[GroupSession]]:
    found: dict[int, list[GroupSession]] = defaultdict(list)
    query = (
        select(GroupSession)
        .options(joinedload(GroupSession.cycle))
        .where(GroupSession.group_id.in_(group_ids))
        .order_by(GroupSession.starts_at, GroupSession.id)
    )
    for row in db.session.scalars(query):
        found[row.group_id].append(row)
    return found


def _taught(viewer: Viewer, group_ids: Select[int]) -> dict[int, tuple[str, ...]]:
    taught = skills_by_session(viewer, group_ids)
    return {session: tuple(skill.key for skill in skills) for session, skills in taught.items()}


def _attendance(stay_ids: Select[int]) -> dict[tuple[int, int], Attendance]:
    query = select(Attendance).where(Attendance.enrollment_id.in_(stay_ids))
    return {(row.enrollment_id, row.group_session_id): row for row in db.session.scalars(query)}


def _make_ups(stay_ids: Select[int]) -> dict[int, list[MakeUp]]:
    found: dict[int, list[MakeUp]] = defaultdict(list)
    query = (
        select(SkillMakeUp.enrollment_id, Skill.key, SkillMakeUp.on_date)
        .join(Skill, Skill.id == SkillMakeUp.skill_id)
        .where(SkillMakeUp.enrollment_id.in_(stay_ids))
        .order_by(SkillMakeUp.on_date, SkillMakeUp.id)
    )
    for stay_id, key, on in db.session.execute(query):
        found[stay_id].append(MakeUp(key, on))
    return found
