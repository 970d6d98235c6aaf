"""Plans by week, and when somebody may join."""

import itertools

import pytest

from dashboard.clinical.curriculum import (
    Plan,
    PlanWeek,
    dbt,
    dbt_plans,
    next_entry_week,
    planned_modules,
)
from dashboard.clinical.words import EntryPolicy

# key: weeks, skills, weeks of entry
SHIPPED = {
    "dbt_24_weeks": (24, 35, (1, 3, 9, 11, 18, 20)),
    "dbt_8_weeks_distress_tolerance": (8, 18, (1, 3)),
    "dbt_8_weeks_emotion_regulation": (8, 16, (1, 3)),
    "dbt_8_weeks_interpersonal_effectiveness": (8, 15, (1, 3)),
    "dbt_3_times_4_weeks": (12, 35, (1, 5, 9)),
}


def plan(key="dbt_24_weeks"):
    return {plan.key: plan for plan in dbt_plans()}[key]


def facts(found):
    skills = {skill for week in found.weeks for skill in week.skills}
    return len(found.weeks), len(skills), found.entry_weeks or found.module_starts


def test_the_plans_that_ship():
    assert {found.key: facts(found) for found in dbt_plans()} == SHIPPED


@pytest.mark.parametrize("found", dbt_plans(), ids=lambda found: found.key)
def test_a_plan_covers_all_skills_of_its_modules(found):
    modules = planned_modules(dbt(), found)
    assert modules == tuple(module for module in dbt().modules if module in modules)


@pytest.mark.parametrize("found", dbt_plans(), ids=lambda found: found.key)
def test_every_week_teaches_skills_of_its_module(found):
    for week in found.weeks:
        of_module = {skill.key for skill in dbt().module(week.module).skills}
        assert week.skills
        assert set(week.skills) - of_module == set()


def test_the_standard_plan_is_two_and_six_two_and_seven_two_and_five():
    starts = (*plan().module_starts, 25)
    lengths = [after - before for before, after in itertools.pairwise(starts)]
    assert lengths == [2, 6, 2, 7, 2, 5]


@pytest.mark.parametrize(
    ("key", "policy", "week", "entry"),
    [
        ("dbt_24_weeks", EntryPolicy.ANY_WEEK, 5, 5),
        ("dbt_24_weeks", EntryPolicy.MODULE_START, 1, 1),
        ("dbt_24_weeks", EntryPolicy.MODULE_START, 2, 3),
        ("dbt_24_weeks", EntryPolicy.MODULE_START, 4, 9),
        ("dbt_24_weeks", EntryPolicy.MODULE_START, 20, 20),
        ("dbt_24_weeks", EntryPolicy.MODULE_START, 21, 25),
        ("dbt_24_weeks", EntryPolicy.MODULE_START, 26, 27),
        ("dbt_24_weeks", EntryPolicy.CLOSED_CYCLE, 1, 1),
        ("dbt_24_weeks", EntryPolicy.CLOSED_CYCLE, 2, 25),
        ("dbt_24_weeks", EntryPolicy.CLOSED_CYCLE, 25, 25),
        ("dbt_3_times_4_weeks", EntryPolicy.MODULE_START, 2, 5),
        ("dbt_3_times_4_weeks", EntryPolicy.MODULE_START, 9, 9),
        ("dbt_3_times_4_weeks", EntryPolicy.MODULE_START, 10, 13),
    ],
)
def test_the_next_week_to_join(key, policy, week, entry):
    assert next_entry_week(plan(key), week, policy) == entry


def test_weeks_are_counted_from_one():
    with pytest.raises(ValueError, match="weeks are counted from 1"):
        next_entry_week(plan(), 0, EntryPolicy.ANY_WEEK)


def test_a_plan_needs_weeks():
    with pytest.raises(ValueError, match="at least one week"):
        Plan("empty", "Empty", ())


def test_an_entry_week_lies_in_the_plan():
    with pytest.raises(ValueError, match="a week of the plan"):
        Plan("short", "Short", (PlanWeek("mindfulness", ()),), (2,))
