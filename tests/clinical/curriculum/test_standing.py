"""Where a group stands in its plan."""

import pytest

from dashboard.clinical.curriculum import dbt, dbt_plans, where_group_stands

STANDARD = dbt_plans()[0]


def stand(week, taught=()):
    return where_group_stands(dbt(), STANDARD, week, taught)


@pytest.mark.parametrize(
    ("week", "run", "place", "module", "module_week", "module_weeks", "next_module"),
    [
        (1, 1, 1, "mindfulness", 1, 2, "distress_tolerance"),
        (2, 1, 2, "mindfulness", 2, 2, "distress_tolerance"),
        (3, 1, 3, "distress_tolerance", 1, 6, "mindfulness"),
        (17, 1, 17, "emotion_regulation", 7, 7, "mindfulness"),
        (24, 1, 24, "interpersonal_effectiveness", 5, 5, "mindfulness"),
        (25, 2, 1, "mindfulness", 1, 2, "distress_tolerance"),
    ],
)
def test_a_week_of_the_plan(week, run, place, module, module_week, module_weeks, next_module):
    standing = stand(week)
    assert (standing.run, standing.week, standing.weeks) == (run, place, 24)
    assert (standing.module.key, standing.next_module.key) == (module, next_module)
    assert (standing.module_week, standing.module_weeks) == (module_week, module_weeks)


def test_the_skills_planned_for_the_week():
    assert [skill.name for skill in stand(3).planned] == ["STOP", "Pros and Cons"]


def test_skills_of_earlier_weeks_that_were_not_taught_are_behind():
    taught = {"wise_mind", "observe", "describe", "nonjudgmentally", "one_mindfully"}
    assert [skill.key for skill in stand(3, taught).behind] == ["participate", "effectively"]


def test_nothing_is_behind_in_the_first_week():
    assert stand(1).behind == ()


def test_a_skill_planned_twice_is_behind_once():
    assert [skill.key for skill in stand(11).behind].count("wise_mind") == 1
