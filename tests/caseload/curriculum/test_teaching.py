"""Plan against what was taught, where a group stands, when people may join."""

from datetime import date, timedelta

import pytest

from dashboard.caseload.curriculum import NextEntry, group_teaching
from dashboard.caseload.reach import find_group
from dashboard.clinical.words import EntryPolicy, SessionState
from dashboard.extensions import db
from tests.cast import viewer_of
from tests.factories import LONG_AGO, make_cycle, make_group
from tests.factories.teaching import AFTER_FOUR_WEEKS, follow_plan, teach


def teaching_of(viewer, made):
    return group_teaching(viewer, find_group(viewer, made.group.id), made.cycle)


def test_weeks_hold_what_was_planned_and_taught(ana, taught):
    weeks = teaching_of(ana, taught.made).weeks
    second = weeks[1]
    assert [skill.name for skill in second.planned] == [
        "Nonjudgmentally",
        "One-mindfully",
        "Effectively",
    ]
    assert [skill.name for skill in second.taught] == ["Nonjudgmentally", "One-mindfully"]
    assert [week.not_as_planned for week in weeks] == [False, True, True, True, *[False] * 4]
    assert weeks[3].state is SessionState.HELD
    assert (weeks[4].state, weeks[4].taught) == (SessionState.PLANNED, ())


def test_it_stands_at_the_next_session_with_what_is_behind(ana, taught):
    standing = teaching_of(ana, taught.made).standing
    assert (standing.run, standing.week, standing.module_week) == (1, 5, 3)
    assert [skill.key for skill in standing.behind] == [
        "effectively",
        "pros_and_cons",
    ]


def test_an_administrator_reads_the_plan_and_not_what_happened(max_, taught):
    weeks = teaching_of(max_, taught.made).weeks
    assert {week.taught for week in weeks} == {None}
    assert weeks[2].not_as_planned is False


@pytest.mark.parametrize(
    ("policy", "entry"),
    [
        (EntryPolicy.ANY_WEEK, NextEntry(5, date(2026, 10, 27))),
        (EntryPolicy.MODULE_START, NextEntry(1, None)),
        (EntryPolicy.CLOSED_CYCLE, NextEntry(1, None)),
    ],
)
def test_new_people_join_by_the_groups_policy(ana, taught, policy, entry):
    taught.made.group.entry_policy = policy
    assert teaching_of(ana, taught.made).entry == entry


def test_the_next_entry_has_a_date_once_the_next_cycle_is_planned(ana, taught):
    make_cycle(taught.made.group, starts_on=date(2026, 12, 1), number=2)
    taught.made.group.entry_policy = EntryPolicy.CLOSED_CYCLE
    assert teaching_of(ana, taught.made).entry == NextEntry(1, date(2026, 12, 1))


def test_a_cancelled_session_is_nobodys_first(ana, taught):
    taught.made.sessions[4].cancelled_at = LONG_AGO
    taught.made.group.entry_policy = EntryPolicy.ANY_WEEK
    found = teaching_of(ana, taught.made)
    assert found.weeks[4].state is SessionState.CANCELLED
    assert (found.standing.week, found.entry) == (6, NextEntry(6, date(2026, 11, 3)))


def test_a_plan_longer_than_a_cycle_goes_on_in_the_next(ana, people):
    made = make_group(people.ana, type_key="dbt_skills", name="Long", starts_on=date(2026, 8, 25))
    follow_plan(made.cycle, made.sessions, "dbt_24_weeks")
    cycle, sessions = make_cycle(made.group, starts_on=date(2026, 10, 20), number=2)
    cycle.plan_id = made.cycle.plan_id
    teach(sessions[0], "wise_mind")
    db.session.flush()
    found = group_teaching(ana, find_group(ana, made.group.id), cycle)
    assert (found.standing.run, found.standing.week, found.standing.weeks) == (1, 10, 24)
    assert (found.standing.module.key, found.standing.module_week) == ("mindfulness", 2)
    assert "stop" in {skill.key for skill in found.standing.behind}
    assert [module.key for module in found.modules][-1] == "interpersonal_effectiveness"


def test_another_plan_begins_anew(ana, taught):
    cycle, sessions = make_cycle(taught.made.group, starts_on=date(2026, 12, 1), number=2)
    follow_plan(cycle, sessions, "dbt_8_weeks_emotion_regulation")
    db.session.flush()
    found = group_teaching(ana, find_group(ana, taught.made.group.id), cycle)
    assert (found.standing.week, found.standing.weeks, found.standing.behind) == (1, 8, ())


def test_a_cycle_that_is_over_stands_at_its_last_week(people, taught):
    later = viewer_of(people.ana, AFTER_FOUR_WEEKS + timedelta(weeks=6))
    taught.made.group.entry_policy = EntryPolicy.ANY_WEEK
    found = teaching_of(later, taught.made)
    assert (found.standing.week, found.entry) == (8, NextEntry(1, None))


def test_without_plan_or_curriculum_nobody_can_say_where_it_stands(ana, people):
    made = make_group(people.ana, type_key="dbt_skills", name="No plan")
    found = teaching_of(ana, made)
    assert (found.standing, found.entry, found.modules, found.preset) == (None, None, (), None)
    other = make_group(people.ana, name="Depression")
    assert teaching_of(ana, other) is None


def test_a_cycle_without_sessions_stands_nowhere(ana, taught):
    taught.made.group.cycle_length = 0
    cycle, _ = make_cycle_without_sessions(taught.made)
    found = group_teaching(ana, find_group(ana, taught.made.group.id), cycle)
    assert (found.standing, found.weeks) == (None, [])


def make_cycle_without_sessions(made):
    made.group.cycle_length = 1
    cycle, sessions = make_cycle(made.group, starts_on=date(2026, 12, 1), number=2)
    cycle.plan_id = made.cycle.plan_id
    for session in sessions:
        db.session.delete(session)
    db.session.flush()
    return cycle, []
