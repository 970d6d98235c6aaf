"""What a group planned and taught week by week, where it stands, and when people may join next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from dashboard.caseload.curriculum.contents import curriculum_of_group
from dashboard.caseload.curriculum.weeks import (
    TaughtWeek,
    sessions_of_group,
    weeks_of_sessions,
)
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
)
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Cycle, Group


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
    sessions = sessions_of_group(viewer, group)
    in_cycle = [row for row in sessions if row.cycle_id == cycle.id]
    weeks = weeks_of_sessions(viewer, curriculum, in_cycle)
    preset = _preset(curriculum, cycle)
    run = _weeks_before(sessions, cycle, cycle.plan_id)
    plan = adapt_plan(
        curriculum.contents,
        None if preset is None else preset.plan,
        [tuple(skill.key for skill in week.planned) for week in weeks],
        len(run) + 1,
    )
    if plan is None:
        return GroupTeaching(curriculum, preset, weeks, (), None, None)
    before = weeks_of_sessions(viewer, curriculum, run)
    modules = planned_modules(curriculum.contents, plan)
    standing = _standing(curriculum, plan, before, weeks)
    entry = _entry(group, plan, sessions, [*before, *weeks])
    return GroupTeaching(curriculum, preset, weeks, modules, standing, entry)


def first_running_week(viewer: Viewer, group: Group, cycle: Cycle, plan_id: int | None) -> int:
    """Return the week of a plan, from 1, with which a cycle would begin if it followed it.

    A cycle after others with the same plan goes on where they ended.
    """
    return len(_weeks_before(sessions_of_group(viewer, group), cycle, plan_id)) + 1


def _preset(curriculum: Curriculum, cycle: Cycle) -> CurriculumPlan | None:
    """The preset that the cycle follows, if it is one of this curriculum."""
    query = select(CurriculumPlan).where(
        CurriculumPlan.id == cycle.plan_id, CurriculumPlan.curriculum_id == curriculum.id
    )
    return db.session.scalar(query)


def _weeks_before(
    sessions: Sequence[GroupSession], cycle: Cycle, plan_id: int | None
) -> list[GroupSession]:
    """The sessions of the cycles just before this one that follow the plan."""
    found: list[GroupSession] = []
    for row in reversed([row for row in sessions if row.cycle.number < cycle.number]):
        if plan_id is None or row.cycle.plan_id != plan_id:
            break
        found.insert(0, row)
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
