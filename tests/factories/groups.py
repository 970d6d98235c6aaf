"""Groups with a cycle, its sessions and its people."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from dashboard.clinical.words import (
    FacilitatorRole,
)
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Cycle, Facilitator, Group, GroupType, Practice
from dashboard.models.participants import Enrollment
from dashboard.records.library import install_library
from tests.factories.people import LONG_AGO, NEW_YORK, make_enrollment


@dataclass(frozen=True)
class GroupInPractice:
    """A group with one cycle, its sessions by week and its people in roster order."""

    group: Group
    cycle: Cycle
    sessions: list[GroupSession]
    enrollments: list[Enrollment] = field(default_factory=list)


def make_group(
    lead: User,
    *,
    co_lead: User | None = None,
    type_key: str = "depression",
    name: str = "Depression, Tuesday",
    starts_on: date = date(2026, 9, 29),
    weeks: int = 8,
    people: int = 0,
    zone: str = NEW_YORK,
    capacity: int = 10,
) -> GroupInPractice:
    """Add a group that meets weekly at 6 pm from `starts_on`, with `people` who join then."""
    if db.session.get(Practice, 1) is None:
        install_library(at=LONG_AGO)
    kind = db.session.scalars(select(GroupType).where(GroupType.key == type_key)).one()
    group = Group(
        group_type_id=kind.id,
        name=name,
        capacity=capacity,
        minimum_size=min(4, capacity),
        weekday=starts_on.weekday(),
        starts_at_wall=time(18, 0),
        time_zone=zone,
        cycle_length=weeks,
        created_at=LONG_AGO,
    )
    db.session.add(group)
    db.session.flush()
    for user, role in ((lead, FacilitatorRole.LEAD), (co_lead, FacilitatorRole.CO_LEAD)):
        if user is not None:
            since = min(LONG_AGO.date(), starts_on - timedelta(days=30))
            db.session.add(Facilitator(group_id=group.id, user_id=user.id, role=role, since=since))
    cycle, sessions = make_cycle(group, starts_on=starts_on)
    made = GroupInPractice(group, cycle, sessions)
    for _ in range(people):
        made.enrollments.append(make_enrollment(group, joined_on=starts_on))
    return made


def make_cycle(
    group: Group, *, starts_on: date, number: int = 1
) -> tuple[Cycle, list[GroupSession]]:
    """Add a cycle of the group's length with its sessions, a week apart, none left out."""
    cycle = Cycle(group_id=group.id, number=number, starts_on=starts_on, length=group.cycle_length)
    db.session.add(cycle)
    db.session.flush()
    sessions = []
    for week in range(1, group.cycle_length + 1):
        on = starts_on + timedelta(weeks=week - 1)
        starts = datetime.combine(on, group.starts_at_wall, ZoneInfo(group.time_zone))
        begins = starts.astimezone(UTC)
        sessions.append(
            GroupSession(
                group_id=group.id,
                cycle_id=cycle.id,
                week=week,
                on_date=on,
                starts_at=begins,
                ends_at=begins + timedelta(minutes=90),
            )
        )
    db.session.add_all(sessions)
    db.session.flush()
    return cycle, sessions
