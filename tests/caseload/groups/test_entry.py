"""When somebody new may join: by policy, by plan, or with a session that is not planned yet."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from dashboard.caseload.curriculum import group_teaching
from dashboard.caseload.groups import (
    facilitators_ever,
    kinds_of_group,
    next_entry_date,
    people_who_treat,
    sets_up_groups,
)
from dashboard.caseload.reach import find_group
from dashboard.clinical.words import EntryPolicy
from dashboard.extensions import db
from dashboard.models.curricula import CurriculumPlan
from tests.cast import make_cast, viewer_of
from tests.factories import make_cycle, make_group

AT = datetime(2026, 10, 21, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("policy", "second_cycle", "on"),
    [
        ("any_week", False, date(2026, 10, 27)),
        ("closed_cycle", False, None),
        ("closed_cycle", True, date(2026, 12, 1)),
        ("module_start", True, date(2026, 12, 1)),
    ],
)
def test_a_group_without_a_plan_starts_anew_with_each_cycle(database, policy, second_cycle, on):
    people = make_cast()
    made = make_group(people.ana)
    made.group.entry_policy = EntryPolicy(policy)
    if second_cycle:
        make_cycle(made.group, starts_on=date(2026, 12, 1), number=2)
    viewer = viewer_of(people.ana, AT)
    group = find_group(viewer, made.group.id)
    assert next_entry_date(viewer, group, made.cycle) == on
    assert next_entry_date(viewer, group, None) == on


def test_a_group_with_a_plan_says_when_its_modules_start(database):
    people = make_cast()
    made = make_group(people.ana, type_key="dbt_skills")
    plans = db.session.scalars(select(CurriculumPlan)).all()
    made.cycle.plan_id = next(plan.id for plan in plans if len(plan.weeks) == 8)
    made.group.entry_policy = EntryPolicy.MODULE_START
    db.session.flush()
    viewer = viewer_of(people.ana, AT)
    group = find_group(viewer, made.group.id)
    entry = group_teaching(viewer, group, made.cycle).entry
    assert next_entry_date(viewer, group, made.cycle) == entry.on_date


def test_a_cancelled_session_takes_nobody_in(database):
    people = make_cast()
    made = make_group(people.ana)
    made.sessions[4].cancelled_at = AT
    db.session.flush()
    viewer = viewer_of(people.ana, AT)
    group = find_group(viewer, made.group.id)
    assert next_entry_date(viewer, group, made.cycle) == date(2026, 11, 3)


def test_what_a_group_may_be_set_up_with(database):
    people = make_cast()
    made = make_group(people.ana, co_lead=people.ben)
    people.cleo.deactivated_at = AT
    db.session.flush()
    lena = viewer_of(people.lena)
    assert "Depression" in {kind.name for kind in kinds_of_group(lena)}
    assert [one.name for one in people_who_treat(lena)] == ["Ana Ruiz", "Ben Okafor", "Lena Hart"]
    assert [row.user.name for row in facilitators_ever(lena, made.group)] == [
        "Ana Ruiz",
        "Ben Okafor",
    ]
    able = [sets_up_groups(viewer_of(user)) for user in (people.lena, people.max, people.ana)]
    assert able == [True, True, False]
