"""Who is in which group: people of the cycles behind, those of today, and those who wait."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from dashboard.clinical.words import DischargeReason, EnrollmentStatus
from dashboard.demo.groups import WEEKS, ToldGroup
from dashboard.demo.story import Course, Names, course_of, draw_course, story
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.participants import Enrollment, EnrollmentChange, Participant
from dashboard.models.types.columns import random_id

# In the cycle under way the first people of each roster have these courses, so that every
# storyline can be met in the present too.
CURRENT = ("worsens", "recovers", "unchanged", "improves", "recovers", "never_assessed")
BEHIND = 8


@dataclass(frozen=True)
class Stay:
    """One person's stay as told: the sessions that it covers and how it goes."""

    person: Participant
    enrollment: Enrollment
    course: Course
    sessions: list[GroupSession]
    place: int  # in the roster, from 0
    is_current: bool


class People:
    """Makes participants with names of their own."""

    def __init__(self, chance: Random, at: datetime) -> None:
        self.names, self.chance, self.at, self.count = Names(chance), chance, at, 0

    def make(self) -> Participant:
        given, family = self.names.next()
        self.count += 1
        person = Participant(
            id=random_id(),
            code=f"HL-{self.count:04}",
            given_name=given,
            family_name=family,
            home_state=self.chance.choice(story()["states"]),
            created_at=self.at,
        )
        born = date(1965, 1, 1) + timedelta(days=self.chance.randrange(14_000))
        person.birth_date = born.isoformat()
        person.email = f"{given}.{family}{self.count}@example.net".lower()
        person.phone = f"518-555-{self.count:04}"
        db.session.add(person)
        return person


def add_stays(told: ToldGroup, people: People, *, today: date, at: datetime) -> list[Stay]:
    """Add the stays of one group over its three cycles, and those who wait for a seat."""
    chance, stays = people.chance, []
    for sessions in told.cycles[:-1]:
        for place in range(BEHIND):
            course = draw_course(chance)
            stays.append(_add_stay(told, people, sessions, course, place, at, ended=True))
    for place in range(told.told["people"]):
        course = course_of(CURRENT[place], chance) if place < len(CURRENT) else draw_course(chance)
        sessions = told.cycles[-1]
        if place == len(CURRENT):
            sessions = sessions[told.told["week"] - 1 :]  # joins late: this week is the first
        stays.append(_add_stay(told, people, sessions, course, place, at, ended=False))
    waiting = [_add_waiting(told, people.make(), at) for _ in range(told.told.get("waiting", 0))]
    db.session.flush()
    for stay in stays:
        _add_history(stay, at)
    for enrollment in waiting:
        enrollment.waitlist_note = "Evenings only; has had individual therapy."
        _add_change(enrollment, EnrollmentStatus.WAITLISTED, today - timedelta(days=9), at)
    return stays


def _add_stay(
    told: ToldGroup,
    people: People,
    sessions: list[GroupSession],
    course: Course,
    place: int,
    at: datetime,
    *,
    ended: bool,
) -> Stay:
    person = people.make()
    dropped = course.last_week is not None and ended
    covered = sessions[: (course.last_week or WEEKS) + 2] if dropped else sessions
    status = EnrollmentStatus.ACTIVE
    if ended:
        status = EnrollmentStatus.DISCHARGED if dropped else EnrollmentStatus.COMPLETED
    enrollment = Enrollment(
        participant_id=person.id,
        group_id=told.group.id,
        status=status,
        seat_number=None if ended else place + 1,
        joined_on=covered[0].on_date,
        ended_on=covered[-1].on_date if ended else None,
        created_at=at,
    )
    db.session.add(enrollment)
    return Stay(person, enrollment, course, covered, place, not ended)


def _add_history(stay: Stay, at: datetime) -> None:
    enrollment = stay.enrollment
    _add_change(enrollment, EnrollmentStatus.ACTIVE, stay.sessions[0].on_date, at)
    if not stay.is_current:
        dropped = enrollment.status == EnrollmentStatus.DISCHARGED
        reason = DischargeReason.DROPPED_OUT if dropped else DischargeReason.COMPLETED
        _add_change(enrollment, enrollment.status, stay.sessions[-1].on_date, at, reason)


def _add_waiting(told: ToldGroup, person: Participant, at: datetime) -> Enrollment:
    enrollment = Enrollment(
        participant_id=person.id,
        group_id=told.group.id,
        status=EnrollmentStatus.WAITLISTED,
        created_at=at,
    )
    db.session.add(enrollment)
    return enrollment


def hold(stay: Stay, *, on: date, at: datetime) -> None:
    """Put one stay on hold from a day on."""
    stay.enrollment.status = EnrollmentStatus.ON_HOLD
    _add_change(stay.enrollment, EnrollmentStatus.ON_HOLD, on, at)


def _add_change(
    stay: Enrollment,
    status: EnrollmentStatus,
    on: date,
    at: datetime,
    reason: DischargeReason | None = None,
) -> None:
    db.session.add(
        EnrollmentChange(enrollment_id=stay.id, status=status, on_date=on, reason=reason, at=at)
    )
