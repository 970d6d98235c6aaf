"""Which module and skills are planned for which week, and when somebody may join."""

import itertools
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard.clinical.curriculum.contents import Curriculum, Module
from dashboard.clinical.words import EntryPolicy

DBT_PLANS_FILE = Path(__file__).with_name("dbt_plans.toml")


@dataclass(frozen=True)
class PlanWeek:
    """One week: the key of its module and the keys of the skills planned."""

    module: str
    skills: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """The weeks of a curriculum in order, from week 1; a plan is repeated when it ends.

    Without `entry_weeks` of its own, people join where a module starts.
    """

    key: str
    name: str
    weeks: tuple[PlanWeek, ...]
    entry_weeks: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if not self.weeks:
            raise ValueError("a plan needs at least one week")
        if any(not 1 <= week <= len(self.weeks) for week in self.entry_weeks):
            raise ValueError("an entry week must be a week of the plan")

    def place(self, week: int) -> tuple[int, int]:
        """Turn a running week (1 is the first) into the run and the week of that run, from 1.

        Raises ValueError for a week before the first.
        """
        if week < 1:
            raise ValueError("weeks are counted from 1")
        run, place = divmod(week - 1, len(self.weeks))
        return run + 1, place + 1

    def week(self, week: int) -> PlanWeek:
        """Find what is planned for a running week, whichever run it falls into."""
        return self.weeks[self.place(week)[1] - 1]

    @property
    def module_starts(self) -> tuple[int, ...]:
        """The weeks in which a module begins: its first week, or the first after another."""
        modules = [week.module for week in self.weeks]
        changes = itertools.pairwise(modules)
        later = [week for week, (before, now) in enumerate(changes, 2) if before != now]
        return (1, *later)


def next_entry_week(plan: Plan, week: int, policy: EntryPolicy) -> int:
    """Find the first running week, from `week` on, in which somebody may join.

    A closed cycle is joined in the first week of a run. The answer may lie in the next run:
    week 25 of a plan of 24 weeks is its first week again. Raises ValueError below week 1.
    """
    run, place = plan.place(week)
    if policy is EntryPolicy.ANY_WEEK:
        return week
    open_weeks: tuple[int, ...] = (1,)
    if policy is EntryPolicy.MODULE_START:
        open_weeks = tuple(sorted(plan.entry_weeks)) or plan.module_starts
    before = (run - 1) * len(plan.weeks)
    later = [before + entry for entry in open_weeks if entry >= place]
    return later[0] if later else before + len(plan.weeks) + open_weeks[0]


def planned_modules(curriculum: Curriculum, plan: Plan) -> tuple[Module, ...]:
    """List the modules that a plan teaches, with the skills it plans, in the curriculum's order.

    This is what a person's coverage is counted against.
    """
    planned = {skill for week in plan.weeks for skill in week.skills}
    modules = (
        Module(
            module.key,
            module.name,
            tuple(skill for skill in module.skills if skill.key in planned),
        )
        for module in curriculum.modules
    )
    return tuple(module for module in modules if module.skills)


@cache
def dbt_plans() -> tuple[Plan, ...]:
    """The plans of the DBT curriculum that ship: 24 weeks, 3 of 8 weeks, 3 times 4 weeks."""
    data = tomllib.loads(DBT_PLANS_FILE.read_text(encoding="utf-8"))
    return tuple(
        Plan(
            key=row["key"],
            name=row["name"],
            weeks=tuple(PlanWeek(week["module"], tuple(week["skills"])) for week in row["weeks"]),
            entry_weeks=tuple(row.get("entry_weeks", ())),
        )
        for row in data["plans"]
    )
