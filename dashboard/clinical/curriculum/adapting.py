"""The plan that a group follows: a preset with what was changed for its sessions, or its own."""

from collections.abc import Sequence

from dashboard.clinical.curriculum.contents import Curriculum
from dashboard.clinical.curriculum.plans import Plan, PlanWeek


def adapt_plan(
    curriculum: Curriculum,
    base: Plan | None,
    planned: Sequence[tuple[str, ...]],
    first_week: int = 1,
) -> Plan | None:
    """Put the skills planned for the sessions of a cycle into the plan that it started from.

    `planned` are skill keys by session, the first of them in running week `first_week` of `base`;
    a session with none keeps its place, without skills. Without a base the sessions are the plan.
    None when there is neither. Raises KeyError for skills of another curriculum.
    """
    modules = {skill.key: module.key for module in curriculum.modules for skill in module.skills}
    if base is None:
        return _own_plan(modules, planned)
    weeks = list(base.weeks)
    for offset, skills in enumerate(planned):
        place = base.place(first_week + offset)[1] - 1
        module = modules[skills[0]] if skills else weeks[place].module
        weeks[place] = PlanWeek(module, skills)
    return Plan(base.key, base.name, tuple(weeks), base.entry_weeks)


def _own_plan(modules: dict[str, str], planned: Sequence[tuple[str, ...]]) -> Plan | None:
    """A week without skills belongs to the module before it, or to the first one of all."""
    named = [modules[skills[0]] if skills else None for skills in planned]
    module = next((name for name in named if name is not None), None)
    if module is None:
        return None
    weeks = []
    for name, skills in zip(named, planned, strict=True):
        module = name or module
        weeks.append(PlanWeek(module, skills))
    return Plan("own", "Own plan", tuple(weeks))
