"""What is planned for the sessions ahead, and only for those."""

import pytest
from sqlalchemy import select

from dashboard.errors import Conflict, Refused
from dashboard.extensions import db
from dashboard.models.curricula import CurriculumPlan, PlannedSkill, Skill
from dashboard.records.curriculum import follow_preset, plan_weeks
from tests.cast import make_cast
from tests.factories import LONG_AGO
from tests.factories.teaching import AFTER_FOUR_WEEKS, make_taught_group, skill_of


@pytest.fixture
def group(database):
    return make_taught_group(make_cast().ana).made


def planned(session):
    query = select(Skill.key).join(PlannedSkill, PlannedSkill.skill_id == Skill.id)
    return sorted(db.session.scalars(query.where(PlannedSkill.group_session_id == session.id)))


def preset(key):
    return db.session.scalars(select(CurriculumPlan).where(CurriculumPlan.key == key)).one()


def follow(group, key, **how):
    given = {"first_week": 1, "version": group.cycle.version, "by": 1, "at": AFTER_FOUR_WEEKS}
    return follow_preset(group.cycle, key and preset(key), **{**given, **how})


def test_a_preset_plans_the_sessions_ahead_and_leaves_those_behind(group):
    before = planned(group.sessions[3])
    group.sessions[5].cancelled_at = LONG_AGO
    cancelled = planned(group.sessions[5])
    assert follow(group, "dbt_8_weeks_emotion_regulation") == 3
    assert planned(group.sessions[3]) == before
    assert planned(group.sessions[5]) == cancelled
    assert planned(group.sessions[4]) == ["opposite_action", "problem_solving"]
    assert group.cycle.plan_id == preset("dbt_8_weeks_emotion_regulation").id


def test_a_longer_preset_goes_on_where_the_cycle_before_ended(group):
    follow(group, "dbt_24_weeks", first_week=9)
    assert planned(group.sessions[4]) == ["opposite_action"]


def test_without_a_preset_what_is_planned_stays(group):
    before = planned(group.sessions[6])
    assert follow(group, None) == 0
    assert (planned(group.sessions[6]), group.cycle.plan_id) == (before, None)


def test_weeks_are_planned_one_by_one(group):
    ids = [skill_of(key).id for key in ("stop", "validation", "stop")]
    choose(group, {group.sessions[4].id: ids, group.sessions[5].id: []})
    assert planned(group.sessions[4]) == ["stop", "validation"]
    assert planned(group.sessions[5]) == []
    assert group.cycle.version == 3


def choose(group, weeks, version=None):
    version = version or group.cycle.version
    plan_weeks(group.cycle, weeks, version=version, by=1, at=AFTER_FOUR_WEEKS)


@pytest.mark.parametrize("place", [0, 3])
def test_what_has_begun_is_not_planned(group, place):
    with pytest.raises(Refused):
        choose(group, {group.sessions[place].id: []})


def test_somebody_elses_change_is_not_overwritten(group):
    with pytest.raises(Conflict):
        choose(group, {}, version=9)
    with pytest.raises(Conflict):
        follow(group, None, version=9)
