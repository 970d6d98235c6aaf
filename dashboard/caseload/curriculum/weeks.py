"""The sessions of a group, each with what was planned for it and what it taught."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from dashboard.caseload.outcomes.presence import session_state
from dashboard.caseload.reach import group_ids_in_reach
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import SessionState
from dashboard.extensions import db
from dashboard.models.curricula import Curriculum, Module, PlannedSkill, Skill, TaughtSkill
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Group


@dataclass(frozen=True)
class TaughtWeek:
    """One session of a cycle. `taught` is None for those who may not read what happened there."""

    group_session: GroupSession
    state: SessionState
    planned: tuple[Skill, ...]
    taught: tuple[Skill, ...] | None

    @property
    def not_as_planned(self) -> bool:
        """Whether a session was held and taught something else than was planned."""
        return self.state is SessionState.HELD and self.taught not in (None, (), self.planned)


def sessions_of_group(viewer: Viewer, group: Group) -> Sequence[GroupSession]:
    """Return every session of a group in the viewer's reach with its cycle, by time."""
    query = (
        select(GroupSession)
        .options(joinedload(GroupSession.cycle))
        .where(
            GroupSession.group_id == group.id,
            GroupSession.group_id.in_(group_ids_in_reach(viewer)),
        )
        .order_by(GroupSession.starts_at, GroupSession.id)
    )
    return db.session.scalars(query).all()


def weeks_of_sessions(
    viewer: Viewer, curriculum: Curriculum, sessions: Sequence[GroupSession]
) -> list[TaughtWeek]:
    """Return sessions with the skills of the curriculum that they planned and taught."""
    planned = _skills(PlannedSkill, curriculum, sessions)
    taught = _skills(TaughtSkill, curriculum, sessions)
    reads = viewer.reads_clinical_records
    return [
        TaughtWeek(
            row, session_state(viewer, row), planned[row.id], taught[row.id] if reads else None
        )
        for row in sessions
    ]


def _skills(
    table: type[PlannedSkill] | type[TaughtSkill],
    curriculum: Curriculum,
    sessions: Sequence[GroupSession],
) -> dict[int, tuple[Skill, ...]]:
    found: dict[int, tuple[Skill, ...]] = defaultdict(tuple)
    query = (
        select(table.group_session_id, Skill)
        .join(Skill, Skill.id == table.skill_id)
        .join(Module, Module.id == Skill.module_id)
        .where(
            table.group_session_id.in_([row.id for row in sessions]),
            Module.curriculum_id == curriculum.id,
        )
        .order_by(Module.position, Skill.position)
    )
    for session_id, skill in db.session.execute(query):
        found[session_id] += (skill,)
    return found
