"""Invented people, groups and cycles for tests. Everything is flushed; nothing is committed."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import count
from zoneinfo import ZoneInfo

from argon2 import PasswordHasher
from sqlalchemy import select

from dashboard.clinical.words import (
    AssessmentSource,
    EnrollmentStatus,
    FacilitatorRole,
    Mark,
    Role,
)
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.group_sessions import Attendance, GroupSession
from dashboard.models.groups import Cycle, Facilitator, Group, GroupType
from dashboard.models.measures import Assessment, Measure, MeasureVersion
from dashboard.models.participants import Enrollment, EnrollmentChange, Participant
from dashboard.records.library import install_library

NEW_YORK = "America/New_York"
LONG_AGO = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
PASSWORD = "a long enough pass phrase"
GIVEN = ("Dana", "Elias", "Farah", "Gus", "Hana", "Ivo", "June", "Kofi", "Lior", "Mina")
FAMILY = ("Wells", "Moreau", "Khan", "Tobin", "Okada", "Petrov", "Stone", "Adjei", "Navon", "Roth")

_numbers = count(1)


@cache
def password_hash() -> str:
    """Return the hash of PASSWORD, made once a process because argon2 is slow on purpose."""
    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1).hash(PASSWORD)


def make_user(name: str, role: Role = Role.THERAPIST, **fields: object) -> User:
    """Add a user whose e-mail is the first name at example.org and whose password is PASSWORD."""
    user = User(
        email=f"{name.split(maxsplit=1)[0].lower()}@example.org",
        name=name,
        role=role,
        password_hash=password_hash(),
        created_at=LONG_AGO,
        **fields,
    )
    db.session.add(user)
    db.session.flush()
    return user


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
    install_library(at=LONG_AGO)
    kind = db.session.scalars(select(GroupType).where(GroupType.key == type_key)).one()
    group = Group(
        group_type_id=kind.id,
        name=name,
        capacity=capacity,
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
            since = starts_on - timedelta(days=30)
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


def make_participant(name: str | None = None, **fields: object) -> Participant:
    """Add a person; without a name, the next of the invented ones."""
    number = next(_numbers)
    invented = f"{GIVEN[number % 10]} {FAMILY[number // 10 % 10]}"
    given, _, family = (name or invented).partition(" ")
    person = Participant(
        code=f"P{number:04}", given_name=given, family_name=family, created_at=LONG_AGO, **fields
    )
    db.session.add(person)
    db.session.flush()
    return person


def make_enrollment(
    group: Group,
    person: Participant | None = None,
    *,
    status: EnrollmentStatus = EnrollmentStatus.ACTIVE,
    joined_on: date | None = date(2026, 9, 29),
    seat_number: int | None = None,
) -> Enrollment:
    """Add a stay with its first change; people in seats get the next free one."""
    person = person or make_participant()
    seats = db.session.scalars(
        select(Enrollment.seat_number).where(Enrollment.group_id == group.id)
    )
    taken = {seat for seat in seats if seat is not None}
    free = next(seat for seat in count(1) if seat not in taken)
    stay = Enrollment(
        participant_id=person.id,
        group_id=group.id,
        status=status,
        seat_number=None if status is EnrollmentStatus.WAITLISTED else seat_number or free,
        joined_on=joined_on,
        created_at=LONG_AGO,
    )
    db.session.add(stay)
    db.session.flush()
    since = joined_on or LONG_AGO.date()
    db.session.add(
        EnrollmentChange(enrollment_id=stay.id, status=status, on_date=since, at=LONG_AGO)
    )
    db.session.flush()
    return stay


def mark(
    stay: Enrollment, meeting: GroupSession, value: Mark | None, **fields: object
) -> Attendance:
    """Add one attendance row."""
    row = Attendance(
        group_id=stay.group_id,
        enrollment_id=stay.id,
        group_session_id=meeting.id,
        mark=value,
        recorded_at=LONG_AGO,
        **fields,
    )
    db.session.add(row)
    db.session.flush()
    return row


def score(person_id: int, measure_key: str, on: date, value: float, **fields: object) -> Assessment:
    """Add an assessment of which only the total is known."""
    version = db.session.scalars(
        select(MeasureVersion)
        .join(Measure)
        .where(Measure.key == measure_key)
        .order_by(MeasureVersion.number.desc())
        .limit(1)
    ).one()
    row = Assessment(
        participant_id=person_id,
        measure_id=version.measure_id,
        measure_version_id=version.id,
        assessed_on=on,
        answers={},
        score=value,
        subscales={},
        total_only=1,
        source=AssessmentSource.STAFF,
        recorded_at=LONG_AGO,
        **fields,
    )
    db.session.add(row)
    db.session.flush()
    return row
