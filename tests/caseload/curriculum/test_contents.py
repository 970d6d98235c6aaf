"""Curricula are for everyone; one that is not there is not found."""

import pytest

from dashboard.caseload.curriculum import (
    curricula_by_name,
    find_curriculum,
    group_types_of,
    plans_of,
)
from dashboard.clinical.curriculum import dbt, dbt_plans
from dashboard.errors import NotOnCaseload


def test_the_shipped_curriculum_is_read_back_as_it_ships(max_, taught):
    (row,) = curricula_by_name(max_)
    assert find_curriculum(max_, row.id).contents == dbt()
    assert [kind.key for kind in group_types_of(max_, row)] == ["dbt_skills"]
    plans = {plan.key: plan.plan for plan in plans_of(max_, row)}
    assert plans.keys() == {plan.key for plan in dbt_plans()}
    assert all(plans[plan.key].weeks == plan.weeks for plan in dbt_plans())


def test_a_shipped_plan_is_joined_where_a_module_starts(max_, taught):
    (row,) = curricula_by_name(max_)
    plans = {plan.key: plan.plan for plan in plans_of(max_, row)}
    assert plans["dbt_24_weeks"].entry_weeks == (1, 3, 9, 11, 18, 20)


def test_a_missing_curriculum_is_not_on_the_caseload(max_, taught):
    with pytest.raises(NotOnCaseload):
        find_curriculum(max_, 4611686)
