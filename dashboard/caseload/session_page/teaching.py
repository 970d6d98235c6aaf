"""The skills of a session: planned, taught, the rest of the curriculum, and used since the last."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload

from dashboard.caseload.viewer import Viewer
from dashboard.extensions import db
from dashboard.models.curricula import Module, PlannedSkill, Skill, SkillPractice, TaughtSkill
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


@dataclass(frozen=True)
class SkillsPracticed:
    """The skills whose use in the week before is asked, and the ratings by enrollment and skill."""

    skills: Sequence[Skill]
    ratings: Mapping[tuple[int, int], int]


def skills_practiced(viewer: Viewer, group_session: GroupSession) -> SkillsPracticed:
    """Return the skills that the session before this one taught, and any that is rated here."""
    rated = db.session.scalars(
        select(SkillPractice).where(SkillPractice.group_session_id == group_session.id)
    )
    ratings = {(row.enrollment_id, row.skill_id): row.rating for row in rated}
    before = _session_before(group_session).with_only_columns(GroupSession.id).scalar_subquery()
    taught = select(TaughtSkill.skill_id).where(TaughtSkill.group_session_id == before)
    skills = db.session.scalars(
        select(Skill)
        .join(Skill.module)
        .where(
            Module.curriculum_id == group_session.group.group_type.curriculum_id,
            Skill.id.in_(taught) | Skill.id.in_({skill_id for _, skill_id in ratings}),
        )
        .order_by(Module.position, Skill.position)
    )
    return SkillsPracticed(skills.all(), ratings)


def _session_before(group_session: GroupSession) -> Select[GroupSession]:
    return (
        select(GroupSession)
        .where(
            GroupSession.group_id == group_session.group_id,
            GroupSession.starts_at < group_session.starts_at,
            GroupSession.cancelled_at.is_(None),
        )
        .order_by(GroupSession.starts_at.desc())
        .limit(1)
    )


def homework_before(viewer: Viewer, group_session: GroupSession) -> str:
    """Return the homework that the last session held before this one has set."""
    before = db.session.scalar(_session_before(group_session))
    return before.homework_set if before else ""


@dataclass(frozen=True)
class ModuleWeek:
    """The module that a session teaches, and in which week of it in a row the group is."""

    name: str
    week: int


def module_week(viewer: Viewer, group_session: GroupSession) -> ModuleWeek | None:
    """Return what a session teaches by plan; None where nothing is planned.

    Where skills of several modules are planned, it is the one that comes last in the curriculum:
    the first are repeated with every module.
    """
    query = (
        select(GroupSession.starts_at, Module.position, Module.name)
        .join(PlannedSkill, PlannedSkill.group_session_id == GroupSession.id)
        .join(Skill, Skill.id == PlannedSkill.skill_id)
        .join(Skill.module)
        .where(
            GroupSession.cycle_id == group_session.cycle_id,
            GroupSession.starts_at <= group_session.starts_at,
            GroupSession.cancelled_at.is_(None),
        )
        .order_by(GroupSession.starts_at, Module.position)
    )
    by_session = {starts_at: name for starts_at, _, name in db.session.execute(query)}
    if group_session.starts_at not in by_session:
        return None
    *before, name = by_session.values()
    others = [place for place, earlier in enumerate(before) if earlier != name]
    return ModuleWeek(name, len(before) - (others[-1] if others else -1))
