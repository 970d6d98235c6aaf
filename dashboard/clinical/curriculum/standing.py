"""Where a group stands in its plan, and what was planned but has not been taught."""

from collections.abc import Collection
from dataclasses import dataclass

from dashboard.clinical.curriculum.contents import Curriculum, Module, Skill
from dashboard.clinical.curriculum.plans import Plan


@dataclass(frozen=True)
class Standing:
    """A group in one week of its plan; weeks and runs are counted from 1."""

    run: int
    week: int
    weeks: int
    module: Module
    module_week: int
    module_weeks: int
    planned: tuple[Skill, ...]
    behind: tuple[Skill, ...]
    next_module: Module


def where_group_stands(
    curriculum: Curriculum, plan: Plan, week: int, taught: Collection[str]
) -> Standing:
    """Place a running week in the plan; `taught` are the keys of the skills taught in this run.

    `behind` are skills planned for earlier weeks of the run that have not been taught, in the
    plan's order. Raises ValueError below week 1, KeyError for a plan of another curriculum.
    """
    run, place = plan.place(week)
    first, last = module_span(plan, place)
    earlier = dict.fromkeys(key for part in plan.weeks[: place - 1] for key in part.skills)
    return Standing(
        run=run,
        week=place,
        weeks=len(plan.weeks),
        module=curriculum.module(plan.week(place).module),
        module_week=place - first + 1,
        module_weeks=last - first + 1,
        planned=tuple(curriculum.skill(key) for key in plan.week(place).skills),
        behind=tuple(curriculum.skill(key) for key in earlier if key not in taught),
        next_module=curriculum.module(plan.week(last + 1).module),
    )


def module_span(plan: Plan, place: int) -> tuple[int, int]:
    """Find the first and last week of the module block that a week of the plan lies in."""
    starts = plan.module_starts
    first = max(start for start in starts if start <= place)
    later = [start for start in starts if start > place]
    return first, (later[0] - 1 if later else len(plan.weeks))
