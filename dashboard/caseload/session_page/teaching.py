"""The skills of a session: planned, taught, and the rest of the curriculum."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from dashboard.caseload.viewer import Viewer
from dashboard.extensions import db
from dashboard.models.curricula import Module, PlannedSkill, Skill, TaughtSkill
from dashboard.models.group_sessions import GroupSession


@dataclass(frozen=True)
class ModuleSkills:
    """One module with its skills, and which of all skills this session planned and taught."""

    module: Module
    planned: Collection[int]
    taught: Collection[int]

    @property
    def in_front(self) -> list[Skill]:
        """The skills that the page shows at once."""
        return [each for each in self.module.skills if self._is_used(each)]

    @property
    def behind(self) -> list[Skill]:
        """The skills that can be added."""
        return [each for each in self.module.skills if not self._is_used(each)]

    def _is_used(self, skill: Skill) -> bool:
        return skill.id in self.planned or skill.id in self.taught


def session_skills(viewer: Viewer, group_session: GroupSession) -> list[ModuleSkills]:
    """Return the modules of the group's curriculum; none where it has no curriculum."""
    modules = db.session.scalars(
        select(Module)
        .options(selectinload(Module.skills))
        .where(Module.curriculum_id == group_session.group.group_type.curriculum_id)
        .order_by(Module.position)
    )
    planned = _skill_ids(PlannedSkill, group_session)
    taught = _skill_ids(TaughtSkill, group_session)
    return [ModuleSkills(module, planned, taught) for module in modules]


def _skill_ids(
    table: type[PlannedSkill] | type[TaughtSkill], group_session: GroupSession
) -> frozenset[int]:
    query = select(table.skill_id).where(table.group_session_id == group_session.id)
    return frozenset(db.session.scalars(query))


def homework_before(viewer: Viewer, group_session: GroupSession) -> str:
    """Return the homework that the last session held before this one has set."""
    found = db.session.scalar(
        select(GroupSession.homework_set)
        .where(
            GroupSession.group_id == group_session.group_id,
            GroupSession.starts_at < group_session.starts_at,
            GroupSession.cancelled_at.is_(None),
        )
        .order_by(GroupSession.starts_at.desc())
        .limit(1)
    )
    return found or ""
