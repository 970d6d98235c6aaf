"""Seats that are offered for a while: to the next who waits, then to the one after."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select

from dashboard.clinical.words import DischargeReason, EnrollmentStatus
from dashboard.extensions import db
from dashboard.models.groups import Group
from dashboard.models.participants import Enrollment, EnrollmentChange, in_waiting_order
from dashboard.records.enrollments.seats import free_seat, local_date, lock_group
from dashboard.records.enrollments.steps import change_status, last_change_on

RESERVED, WAITLISTED = EnrollmentStatus.RESERVED, EnrollmentStatus.WAITLISTED


def offer_seat(stay: Enrollment, *, by: int | None, at: datetime, hours: int) -> None:
    """Reserve a seat for one who waits, for so many hours; the caller commits. Raises Refused."""
    group = lock_group(stay.group_id)
    on = max(local_date(group, at), last_change_on(stay))
    change_status(stay, RESERVED, on=on, by=by, at=at, until=at + timedelta(hours=hours))


def offer_free_seats(group: Group, *, by: int | None, at: datetime, hours: int) -> list[Enrollment]:
    """Offer every free seat to those who wait, in order; the caller commits.

    Who has let an offer go by is asked again only by hand, so that a seat that nobody wants
    goes down the list once and then stays free.
    """
    group = lock_group(group.id)
    offered: list[Enrollment] = []
    for stay in _never_asked(group) if group.closed_on is None else ():
        if free_seat(group) is None:
            break
        offer_seat(stay, by=by, at=at, hours=hours)
        offered.append(stay)
    return offered


def expire_seats(
    *, at: datetime, hours: int, group_id: int | None = None
) -> tuple[list[Enrollment], list[Enrollment]]:
    """End the reservations whose time is over, offer their seats on; the caller commits.

    Who came from the waitlist goes to its end, anybody else's stay ends. Returns who lost a
    seat and who was offered one. Doing it again changes nothing.
    """
    lapsed = _lapsed(at, group_id)
    for stay in lapsed:
        _give_back(stay, at)
    offered: list[Enrollment] = []
    for group in {stay.group_id: lock_group(stay.group_id) for stay in lapsed}.values():
        offered += offer_free_seats(group, by=None, at=at, hours=hours)
    return lapsed, offered


def _give_back(stay: Enrollment, at: datetime) -> None:
    group = lock_group(stay.group_id)
    on = max(local_date(group, at), last_change_on(stay))
    waited = select(EnrollmentChange.id).where(
        EnrollmentChange.enrollment_id == stay.id, EnrollmentChange.status == WAITLISTED
    )
    if db.session.scalar(select(waited.exists())):
        change_status(stay, WAITLISTED, on=on, by=None, at=at, remark="The offered seat lapsed")
    else:
        ended, why = EnrollmentStatus.DISCHARGED, DischargeReason.SEAT_EXPIRED
        change_status(stay, ended, on=on, by=None, at=at, reason=why)


def _lapsed(at: datetime, group_id: int | None) -> list[Enrollment]:
    query = select(Enrollment).where(Enrollment.status == RESERVED, Enrollment.reserved_until <= at)
    if group_id is not None:
        query = query.where(Enrollment.group_id == group_id)
    return list(db.session.scalars(query.order_by(Enrollment.reserved_until, Enrollment.id)))


def _never_asked(group: Group) -> Sequence[Enrollment]:
    asked = select(EnrollmentChange.enrollment_id).where(EnrollmentChange.status == RESERVED)
    return db.session.scalars(
        select(Enrollment)
        .where(
            Enrollment.group_id == group.id,
            Enrollment.status == WAITLISTED,
            Enrollment.id.not_in(asked),
        )
        .order_by(*in_waiting_order())
    ).all()
