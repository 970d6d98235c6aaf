"""Invented users, participants and their stays."""

from datetime import UTC, date, datetime
from functools import cache
from itertools import count

from argon2 import PasswordHasher
from sqlalchemy import select

from dashboard.clinical.words import (
    EnrollmentStatus,
    Role,
)
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.groups import Group
from dashboard.models.participants import Enrollment, EnrollmentChange, Participant

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
    user = unsaved_user(name, role, **fields)
    db.session.add(user)
    db.session.flush()
    return user


def unsaved_user(name: str, role: Role = Role.THERAPIST, **fields: object) -> User:
    """Return such a user, to be added with others."""
    return User(
        email=f"{name.split(maxsplit=1)[0].lower()}@example.org",
        name=name,
        role=role,
        password_hash=password_hash(),
        created_at=LONG_AGO,
        **fields,
    )


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
    return stay
