"""How a stay begins: with a seat from a day on, with a seat kept for a while, or waiting."""

from datetime import date, datetime, timedelta

from sqlalchemy import select

from dashboard.clinical.words import SEATED_STATUSES, EnrollmentStatus
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.groups import Group
from dashboard.models.participants import Enrollment, Participant
from dashboard.records.enrollments.seats import local_date, lock_group, refuse_closed, take_seat
from dashboard.records.enrollments.steps import write_change

FURTHEST_AHEAD = timedelta(days=366)


def begin_stay(
    group: Group,
    participant: Participant,
    status: EnrollmentStatus,
    *,
    on: date,
    by: int | None,
    at: datetime,
    until: datetime | None = None,
    note: str = "",
) -> Enrollment:
    """Begin a stay as active, reserved (`until`) or waitlisted, flushed; the caller commits.

    A return begins a new stay. Raises Refused when the group is full or closed, or when the
    person is in it already.
    """
    group = lock_group(group.id)
    refuse_closed(group)
    _refuse_second(group, participant)
    if on > local_date(group, at) + FURTHEST_AHEAD:
        raise Refused("Choose a day within a year from now.", field="on")
    active = status is EnrollmentStatus.ACTIVE
    stay = Enrollment(
        participant_id=participant.id,
        group_id=group.id,
        status=status,
        seat_number=take_seat(group) if status in SEATED_STATUSES else None,
        joined_on=on if active else None,
        reserved_until=until,
        created_at=at,
    )
    db.session.add(stay)
    db.session.flush()
    stay.waitlist_note = note
    write_change(stay, on=on, by=by, at=at)
    return stay


def _refuse_second(group: Group, participant: Participant) -> None:
    standing = db.session.scalar(
        select(Enrollment.status).where(
            Enrollment.group_id == group.id,
            Enrollment.participant_id == participant.id,
            Enrollment.ended_on.is_(None),
        )
    )
    if standing is not None:
        stands = f"{participant.name} is in {group.name} already"
        raise Refused(f"{stands}: {standing.replace('_', ' ')}.", field="participant")
