"""What a group's plan is once its sessions have their own."""

import pytest

from dashboard.clinical.curriculum import PlanWeek, adapt_plan, dbt, dbt_plans

EIGHT = next(plan for plan in dbt_plans() if plan.key == "dbt_8_weeks_distress_tolerance")


def test_nothing_changed_is_the_preset():
    assert adapt_plan(dbt(), EIGHT, [week.skills for week in EIGHT.weeks]) == EIGHT


def test_a_changed_week_takes_the_module_of_its_first_skill():
    adapted = adapt_plan(dbt(), EIGHT, [("tip", "observe")])
    assert adapted is not None
    assert adapted.weeks == (PlanWeek("distress_tolerance", ("tip", "observe")), *EIGHT.weeks[1:])


def test_a_week_with_nothing_planned_keeps_its_module():
    adapted = adapt_plan(dbt(), EIGHT, [()], first_week=3)
    assert adapted is not None
    assert adapted.weeks[2] == PlanWeek("distress_tolerance", ())


def test_a_longer_plan_is_changed_where_the_cycle_lies_in_it():
    long = next(plan for plan in dbt_plans() if len(plan.weeks) == 24)
    adapted = adapt_plan(dbt(), long, [("validation",)], first_week=27)
    assert adapted is not None
    assert adapted.weeks[2] == PlanWeek("interpersonal_effectiveness", ("validation",))
    assert adapted.weeks[26 - 24 + 1 :] == long.weeks[3:]


def test_without_a_preset_the_sessions_are_the_plan():
    adapted = adapt_plan(dbt(), None, [(), ("stop",), (), ("validation",)])
    assert adapted is not None
    assert [week.module for week in adapted.weeks] == [
        "distress_tolerance",
        "distress_tolerance",
        "distress_tolerance",
        "interpersonal_effectiveness",
    ]
    assert adapted.module_starts == (1, 4)


@pytest.mark.parametrize("planned", [[], [()], [(), ()]])
def test_neither_preset_nor_plan_is_no_plan(planned):
    assert adapt_plan(dbt(), None, planned) is None


def test_a_skill_of_another_curriculum_is_an_error():
    with pytest.raises(KeyError):
        adapt_plan(dbt(), EIGHT, [("grounding",)])
