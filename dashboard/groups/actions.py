"""Seats and people of a group: each act is whole or undone, and lapsed offers go on first."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from dashboard.caseload.groups import keeps_roster
from dashboard.caseload.reach import find_group
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import DischargeReason, EnrollmentStatus
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.groups import Group
from dashboard.models.participants import Enrollment, Participant
from dashboard.records.enrollments import (
    begin_stay,
    change_fit_note,
    change_status,
    expire_seats,
    leave,
    move_on_waitlist,
    offer_free_seats,
    offer_seat,
    transfer,
)
from dashboard.records.participants import add_participant


@dataclass(frozen=True)
class NewPerson:
    """Somebody who is not in the practice's records yet."""

    given_name: str
    family_name: str
    code: str
    home_state: str
    email: str
    phone: str


@dataclass(frozen=True)
class Keeping:
    """Who acts, and for how many hours a freed seat is kept for the next who waits."""

    viewer: Viewer
    offer_hours: int


@contextmanager
def keep(keeping: Keeping, *groups: Group) -> Iterator[None]:
    """Do one act whole, or undo it. Raises NotOnCaseload where the roster is not the viewer's."""
    if not all(keeps_roster(keeping.viewer, group) for group in groups):
        raise NotOnCaseload
    try:
        for group in groups:
            expire_seats(at=keeping.viewer.as_of, hours=keeping.offer_hours, group_id=group.id)
        yield
        db.session.commit()
    except Exception:
        db.session.rollback()
        raise


def add_person(
    keeping: Keeping,
    group: Group,
    person: Participant | NewPerson,
    status: EnrollmentStatus,
    *,
    on: date,
    until: datetime | None,
    note: str,
) -> int:
    """Begin a stay, for somebody new too, and return its id. Raises Refused, by field."""
    by, at = keeping.viewer.user_id, keeping.viewer.as_of
    with keep(keeping, group):
        if isinstance(person, NewPerson):
            person = add_participant(by=by, at=at, **vars(person))
        stay = begin_stay(group, person, status, on=on, by=by, at=at, until=until, note=note)
        return stay.id


def take_step(
    keeping: Keeping, stay: Enrollment, status: EnrollmentStatus, *, on: date, remark: str
) -> int:
    """Enroll, hold, return, or put back on the waitlist. Raises Refused, by field.

    Returns how many seats were offered on: the waitlist gives one back.
    """
    by, at = keeping.viewer.user_id, keeping.viewer.as_of
    with keep(keeping, stay.group):
        had_seat = stay.seat_number is not None
        change_status(stay, status, on=on, by=by, at=at, remark=remark)
        return _offered_on(keeping, stay.group) if had_seat and not stay.seat_number else 0


def offer(keeping: Keeping, stay: Enrollment) -> None:
    """Offer a free seat to one who waits, for the set time. Raises Refused."""
    by, at = keeping.viewer.user_id, keeping.viewer.as_of
    with keep(keeping, stay.group):
        offer_seat(stay, by=by, at=at, hours=keeping.offer_hours)


def change_note(keeping: Keeping, stay: Enrollment, note: str) -> None:
    """Change what is said of the fit. Raises Refused."""
    with keep(keeping, stay.group):
        change_fit_note(stay, note, by=keeping.viewer.user_id, at=keeping.viewer.as_of)


def move_in_line(keeping: Keeping, stay: Enrollment, *, steps: int) -> None:
    """Move somebody who waits up (-1) or down (1). Raises Refused."""
    with keep(keeping, stay.group):
        by, at = keeping.viewer.user_id, keeping.viewer.as_of
        move_on_waitlist(stay, steps=steps, by=by, at=at)


def end(
    keeping: Keeping, stay: Enrollment, reason: DischargeReason, *, on: date, remark: str
) -> int:
    """End a stay and return how many seats were offered on. Raises Refused, by field."""
    by, at = keeping.viewer.user_id, keeping.viewer.as_of
    with keep(keeping, stay.group):
        leave(stay, reason, on=on, by=by, at=at, remark=remark)
        return _offered_on(keeping, stay.group)


def move(
    keeping: Keeping, stay: Enrollment, to_group_id: int, *, on: date, remark: str
) -> tuple[int, int]:
    """Transfer to another group; return the new stay's id and how many seats were offered on.

    Raises NotOnCaseload unless both rosters are the viewer's, Refused by field.
    """
    by, at = keeping.viewer.user_id, keeping.viewer.as_of
    to = find_group(keeping.viewer, to_group_id)
    with keep(keeping, stay.group, to):
        begun = transfer(stay, stay.participant, to, on=on, by=by, at=at, remark=remark)
        return begun.id, _offered_on(keeping, stay.group)


def expire(*, at: datetime, hours: int) -> tuple[int, int]:
    """End every reservation whose time is over; return how many ended and were offered on."""
    lapsed, offered = expire_seats(at=at, hours=hours)
    db.session.commit()
    return len(lapsed), len(offered)


def _offered_on(keeping: Keeping, group: Group) -> int:
    by, at = keeping.viewer.user_id, keeping.viewer.as_of
    return len(offer_free_seats(group, by=by, at=at, hours=keeping.offer_hours))
