"""What a group planned and taught week by week, where it stands, and when people may join next."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from dashboard.caseload.curriculum.contents import curriculum_of_group
from dashboard.caseload.outcomes.presence import session_state
from dashboard.caseload.reach import group_ids_in_reach
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.curriculum import Module as PlannedModule
from dashboard.clinical.curriculum import (
    Plan,
    Standing,
    adapt_plan,
    next_entry_week,
    planned_modules,
    where_group_stands,
)
from dashboard.clinical.words import SessionState
from dashboard.extensions import db
from dashboard.models.curricula import (
    Curriculum,
    CurriculumPlan,
    Module,
    PlannedSkill,
    Skill,
    TaughtSkill,
)
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Cycle, Group


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


@dataclass(frozen=True)
class NextEntry:
    """The next week in which somebody new may join; the date is None when none is planned yet."""

    week: int
    on_date: date | None


@dataclass(frozen=True)
class GroupTeaching:
    """A cycle of a group against its plan; without a plan nobody can say where it stands."""

    curriculum: Curriculum
    preset: CurriculumPlan | None
    weeks: list[TaughtWeek]
    modules: tuple[PlannedModule, ...]
    standing: Standing | None
    entry: NextEntry | None


def group_teaching(viewer: Viewer, group: Group, cycle: Cycle) -> GroupTeaching | None:
    """Return what a group in the viewer's reach teaches in a cycle, or None without a curriculum.

    A plan that is longer than a cycle goes on in the next cycle with the same plan.
    """
    curriculum = curriculum_of_group(viewer, group)
    if curriculum is None:
        return None
    sessions = _sessions(viewer, group)
    weeks = _weeks(viewer, [row for row in sessions if row.cycle_id == cycle.id])
    preset = None if cycle.plan_id is None else db.session.get(CurriculumPlan, cycle.plan_id)
    run = _weeks_before(sessions, cycle)
    plan = adapt_plan(
        curriculum.contents,
        None if preset is None else preset.plan,
        [tuple(skill.key for skill in week.planned) for week in weeks],
        len(run) + 1,
    )
    if plan is None:
        return GroupTeaching(curriculum, preset, weeks, (), None, None)
    before = _weeks(viewer, run)
    return GroupTeaching(
        curriculum,
        preset,
        weeks,
        planned_modules(curriculum.contents, plan),
        _standing(curriculum, plan, before, weeks),
        _entry(group, plan, sessions, [*before, *weeks]),
    )


def _sessions(viewer: Viewer, group: Group) -> Sequence[GroupSession]:
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


def _weeks_before(sessions: Sequence[GroupSession], cycle: Cycle) -> list[GroupSession]:
    """The sessions of the cycles just before this one that follow the same plan."""
    found: list[GroupSession] = []
    for row in reversed([row for row in sessions if row.cycle.number < cycle.number]):
        if cycle.plan_id is None or row.cycle.plan_id != cycle.plan_id:
            break
        found.insert(0, row)
    return found


def _weeks(viewer: Viewer, sessions: Sequence[GroupSession]) -> list[TaughtWeek]:
    planned, taught = _skills(PlannedSkill, sessions), _skills(TaughtSkill, sessions)
    reads = viewer.reads_clinical_records
    return [
        TaughtWeek(
            row, session_state(viewer, row), planned[row.id], taught[row.id] if reads else None
        )
        for row in sessions
    ]


def _skills(
    table: type[PlannedSkill] | type[TaughtSkill], sessions: Sequence[GroupSession]
) -> dict[int, tuple[Skill, ...]]:
    found: dict[int, tuple[Skill, ...]] = defaultdict(tuple)
    query = (
        select(table.group_session_id, Skill)
        .join(Skill, Skill.id == table.skill_id)
        .join(Module, Module.id == Skill.module_id)
        .where(table.group_session_id.in_([row.id for row in sessions]))
        .order_by(Module.position, Skill.position)
    )
    for session_id, skill in db.session.execute(query):
        found[session_id] += (skill,)
    return found


def _standing(
    curriculum: Curriculum, plan: Plan, before: list[TaughtWeek], weeks: list[TaughtWeek]
) -> Standing | None:
    """At the first session that has not begun, else at the last; None without any sessions."""
    if not weeks:
        return None
    ahead = [number for number, week in enumerate(weeks, 1) if week.state is SessionState.PLANNED]
    running = len(before) + (ahead[0] if ahead else len(weeks))
    first = (plan.place(running)[0] - 1) * len(plan.weeks)
    taught = {skill.key for week in [*before, *weeks][first:] for skill in week.taught or ()}
    return where_group_stands(curriculum.contents, plan, running, taught)


def _entry(
    group: Group, plan: Plan, sessions: Sequence[GroupSession], weeks: list[TaughtWeek]
) -> NextEntry:
    """The next entry week, counted in the weeks of its run, with the date where it is planned."""
    ahead = [number for number, week in enumerate(weeks, 1) if week.state is SessionState.PLANNED]
    running = next_entry_week(plan, ahead[0] if ahead else len(weeks) + 1, group.entry_policy)
    known = [week.group_session for week in weeks]
    known += [row for row in sessions if known and row.starts_at > known[-1].starts_at]
    held = (row.on_date for row in known[running - 1 :] if row.cancelled_at is None)
    return NextEntry(plan.place(running)[1], next(held, None))
