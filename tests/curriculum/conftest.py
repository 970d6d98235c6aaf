"""A DBT group of Ana's: two people, four weeks behind it, one skill missed."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from dashboard.clinical.words import Homework, Mark
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.curricula import CurriculumPlan, PlannedSkill, Skill, TaughtSkill
from tests.factories import make_enrollment, make_group, make_participant, mark

# Between the fourth and the fifth of eight weekly sessions from Tue 29 Sep 2026.
NOW = datetime(2026, 10, 22, 15, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Taught:
    """What the tests ask about, by id."""

    group_id: int
    rosa_id: int
    rosa_stay_id: int
    wim_id: int
    session_ids: list[int]


def skill_id(key):
    return db.session.scalars(select(Skill.id).where(Skill.key == key)).one()


def teach(session, *keys, table=TaughtSkill):
    for key in keys:
        db.session.add(table(group_session_id=session.id, skill_id=skill_id(key)))
    db.session.flush()


def follow_plan(made, key="dbt_8_weeks_distress_tolerance"):
    plan = db.session.scalars(select(CurriculumPlan).where(CurriculumPlan.key == key)).one()
    made.cycle.plan_id = plan.id
    for session, week in zip(made.sessions, plan.weeks, strict=True):
        teach(session, *week["skills"], table=PlannedSkill)


@pytest.fixture
def taught(app, cast) -> Taught:
    """Rosa misses week 2 and her mark of week 4 is not recorded; Wim joins in week 3."""
    with app.app_context(), writing():
        made = make_group(db.session.merge(cast.ana), type_key="dbt_skills", name="DBT, Tuesday")
        follow_plan(made)
        rosa, wim = make_participant("Rosa Quillfeather"), make_participant("Wim Later")
        stay = make_enrollment(made.group, rosa)
        late = make_enrollment(made.group, wim, joined_on=date(2026, 10, 13))
        first, second, third, fourth = made.sessions[:4]
        teach(first, "wise_mind", "observe", "describe", "participate")
        teach(second, "nonjudgmentally", "one_mindfully")
        teach(third, "stop", "tip")
        teach(fourth, "accepts")
        mark(stay, first, Mark.PRESENT, homework=Homework.NOT_ASSIGNED)
        mark(stay, second, Mark.NO_SHOW)
        mark(stay, third, Mark.LATE, homework=Homework.DONE, practice_rating=4)
        mark(late, third, Mark.PRESENT)
        mark(late, fourth, Mark.PRESENT, homework=Homework.PARTLY, practice_rating=6)
        ids = [session.id for session in made.sessions]
        found = Taught(made.group.id, rosa.id, stay.id, wim.id, ids)
        db.session.commit()
    app.config["NOW"] = lambda: NOW
    return found
