"""A group that follows a plan: what was planned, taught, missed."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import select

from dashboard.clinical.words import Homework, Mark
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.curricula import CurriculumPlan, PlannedSkill, Skill, TaughtSkill
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Cycle
from dashboard.models.participants import Enrollment
from tests.factories.facts import mark
from tests.factories.groups import GroupInPractice, make_group
from tests.factories.people import make_enrollment, make_participant

DISTRESS_TOLERANCE = "dbt_8_weeks_distress_tolerance"
# Between the fourth and the fifth of eight weekly sessions from Tue 29 Sep 2026.
AFTER_FOUR_WEEKS = datetime(2026, 10, 22, 15, 0, tzinfo=UTC)


@dataclass(frozen=True)
class TaughtGroup:
    """Rosa misses week 2 and her mark of week 4 is not recorded; Wim joins in week 3."""

    made: GroupInPractice
    rosa: Enrollment
    wim: Enrollment


def skill_of(key: str) -> Skill:
    """Return the row of one shipped skill."""
    return db.session.scalars(select(Skill).where(Skill.key == key)).one()


def teach(
    session: GroupSession,
    *keys: str,
    table: type[TaughtSkill] | type[PlannedSkill] = TaughtSkill,
) -> None:
    """Add skills that a session taught, or planned."""
    for key in keys:
        db.session.add(table(group_session_id=session.id, skill_id=skill_of(key).id))
    db.session.flush()


def follow_plan(cycle: Cycle, sessions: list[GroupSession], key: str = DISTRESS_TOLERANCE) -> None:
    """Plan a cycle from one of the shipped plans, from its first week on."""
    plan = db.session.scalars(select(CurriculumPlan).where(CurriculumPlan.key == key)).one()
    cycle.plan_id = plan.id
    for session, week in zip(sessions, plan.weeks, strict=False):
        teach(session, *week["skills"], table=PlannedSkill)


def make_taught_group(lead: User) -> TaughtGroup:
    """Add a DBT group of two people with four weeks behind it."""
    made = make_group(lead, type_key="dbt_skills", name="DBT, Tuesday")
    follow_plan(made.cycle, made.sessions)
    first, second, third, fourth = made.sessions[:4]
    rosa = make_enrollment(made.group, make_participant("Rosa Quillfeather"))
    late = date(2026, 10, 13)
    wim = make_enrollment(made.group, make_participant("Wim Later"), joined_on=late)
    teach(first, "wise_mind", "observe", "describe", "participate")
    teach(second, "nonjudgmentally", "one_mindfully")
    teach(third, "stop", "tip")
    teach(fourth, "accepts")
    mark(rosa, first, Mark.PRESENT, homework=Homework.NOT_ASSIGNED)
    mark(rosa, second, Mark.NO_SHOW)
    mark(rosa, third, Mark.LATE, homework=Homework.DONE, practice_rating=4)
    mark(wim, third, Mark.PRESENT)
    mark(wim, fourth, Mark.PRESENT, homework=Homework.PARTLY, practice_rating=6)
    return TaughtGroup(made, rosa, wim)
