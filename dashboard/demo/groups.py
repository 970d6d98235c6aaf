"""The ten groups, each with its cycles and their sessions, counted back from today."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from dashboard.clinical.words import EntryPolicy, FacilitatorRole
from dashboard.demo.story import story
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.curricula import CurriculumPlan, Module, PlannedSkill, Skill, TaughtSkill
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Cycle, Facilitator, Group, GroupType

ZONE = "America/New_York"
WEEKS = 8
MINUTES = 90
CYCLES = 3  # two behind, one under way
# From one cycle's first session to the next's: eight weeks and one week between.
CYCLE_STEP = timedelta(weeks=WEEKS + 1)


@dataclass(frozen=True)
class ToldGroup:
    """A group as told, with its rows: one list of sessions a cycle, the oldest cycle first."""

    told: dict[str, Any]
    group: Group
    lead: User
    cycles: list[list[GroupSession]]
    last_notes_by: User


def add_groups(users: dict[str, User], *, today: date, at: datetime) -> list[ToldGroup]:
    """Add every group of the story with its facilitators, cycles and sessions."""
    kinds = {kind.key: kind for kind in db.session.scalars(select(GroupType))}
    return [
        _add_group(told, kinds[told["type"]], users, today=today, at=at)
        for told in story()["groups"]
    ]


def _add_group(
    told: dict[str, Any], kind: GroupType, users: dict[str, User], *, today: date, at: datetime
) -> ToldGroup:
    last_met = today - timedelta(days=told["days_ago"])
    first = last_met - timedelta(weeks=told["week"] - 1) - (CYCLES - 1) * CYCLE_STEP
    group = Group(
        group_type_id=kind.id,
        name=f"{told['title']}, {last_met:%A}",
        capacity=told.get("capacity", 10),
        weekday=last_met.weekday(),
        starts_at_wall=time.fromisoformat(told["at"]),
        duration_minutes=MINUTES,
        time_zone=ZONE,
        cycle_length=WEEKS,
        entry_policy=EntryPolicy.MODULE_START if kind.curriculum_id else EntryPolicy.ANY_WEEK,
        video_link=f"https://video.example.org/{told['type'].replace('_', '-')}",
        created_at=at - timedelta(days=300),
    )
    db.session.add(group)
    db.session.flush()
    for role in (FacilitatorRole.LEAD, FacilitatorRole.CO_LEAD):
        if role in told:
            since = first - timedelta(days=14)
            user_id = users[told[role]].id
            db.session.add(Facilitator(group_id=group.id, user_id=user_id, role=role, since=since))
    starts = [first + number * CYCLE_STEP for number in range(CYCLES)]
    cycles = [_add_cycle(group, kind, number, on) for number, on in enumerate(starts, start=1)]
    author = users[told.get("last_notes_by", told["lead"])]
    return ToldGroup(told, group, users[told["lead"]], cycles, author)


def _add_cycle(group: Group, kind: GroupType, number: int, first: date) -> list[GroupSession]:
    plan = _plan_of(kind, number)
    cycle = Cycle(
        group_id=group.id,
        number=number,
        starts_on=first,
        length=WEEKS,
        plan_id=plan.id if plan else None,
    )
    db.session.add(cycle)
    db.session.flush()
    sessions = [_session(group, cycle, week, first) for week in range(1, WEEKS + 1)]
    db.session.add_all(sessions)
    db.session.flush()
    return sessions


def _session(group: Group, cycle: Cycle, week: int, first: date) -> GroupSession:
    on = first + timedelta(weeks=week - 1)
    wall = datetime.combine(on, group.starts_at_wall, ZoneInfo(group.time_zone))
    starts = wall.astimezone(UTC)
    return GroupSession(
        group_id=group.id,
        cycle_id=cycle.id,
        week=week,
        on_date=on,
        starts_at=starts,
        ends_at=starts + timedelta(minutes=MINUTES),
    )


def _plan_of(kind: GroupType, number: int) -> CurriculumPlan | None:
    if kind.curriculum_id is None:
        return None
    query = select(CurriculumPlan).where(CurriculumPlan.curriculum_id == kind.curriculum_id)
    plans = db.session.scalars(query.order_by(CurriculumPlan.key))
    eight = [plan for plan in plans if len(plan.weeks) == WEEKS]
    return eight[(number - 1) % len(eight)]


def teach(told_group: ToldGroup, *, today: date) -> None:
    """Write what the DBT sessions planned, and what those behind us taught."""
    query = select(Skill.key, Skill.id).join(Module, Skill.module_id == Module.id)
    skills: dict[str, int] = {row.key: row.id for row in db.session.execute(query)}
    for sessions in told_group.cycles:
        cycle = db.session.get_one(Cycle, sessions[0].cycle_id)
        if cycle.plan_id is None:
            return
        plan = db.session.get_one(CurriculumPlan, cycle.plan_id)
        for meeting, week in zip(sessions, plan.weeks, strict=True):
            for key in week["skills"]:
                row = {"group_session_id": meeting.id, "skill_id": skills[key]}
                db.session.add(PlannedSkill(**row))
                if meeting.on_date < today:
                    db.session.add(TaughtSkill(**row))
    db.session.flush()
