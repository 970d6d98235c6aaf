"""How a stay goes on: from one status to the next, each step kept with its day."""

from datetime import date, datetime

from sqlalchemy import func, select

from dashboard.clinical.calendar import day_in_words
from dashboard.clinical.enrollment import may_become
from dashboard.clinical.words import (
    ATTENDED_MARKS,
    ENDED_STATUSES,
    SEATED_STATUSES,
    DischargeReason,
    EnrollmentStatus,
)
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.group_sessions import Attendance, GroupSession
from dashboard.models.participants import Enrollment, EnrollmentChange
from dashboard.records.enrollments.seats import local_date, lock_group, refuse_closed, take_seat
from dashboard.records.enrollments.written import write_stay_line

# Why a person may say that somebody leaves; the other reasons are given by what happens.
LEAVING = (
    DischargeReason.COMPLETED,
    DischargeReason.MOVED,
    DischargeReason.DROPPED_OUT,
    DischargeReason.REFERRED,
    DischargeReason.OTHER,
)


def change_status(
    stay: Enrollment,
    status: EnrollmentStatus,
    *,
    on: date,
    by: int | None,
    at: datetime,
    reason: DischargeReason | None = None,
    remark: str = "",
    until: datetime | None = None,
) -> None:
    """Give a stay its next status from `on`, flushed, with an audit line; the caller commits.

    A first seated status takes the lowest free seat, an ended one or the waitlist gives it back;
    `until` is for reserved alone. Marks and words stay. Raises Refused, by field.
    """
    group = lock_group(stay.group_id)
    _refuse_step(stay, status)
    _refuse_day(stay, status, on, local_date(group, at))
    if status in SEATED_STATUSES and stay.seat_number is None:
        refuse_closed(group)
        stay.seat_number = take_seat(group)
    elif status not in SEATED_STATUSES:
        stay.seat_number = None
    stay.status = status
    stay.reserved_until, stay.waitlist_place = until, None
    if status is EnrollmentStatus.ACTIVE:
        stay.joined_on = stay.joined_on or on
    stay.ended_on = on if status in ENDED_STATUSES else None
    write_change(stay, on=on, by=by, at=at, reason=reason, remark=remark)


def leave(
    stay: Enrollment,
    reason: DischargeReason,
    *,
    on: date,
    by: int | None,
    at: datetime,
    remark: str = "",
) -> None:
    """End a stay: completed when that is the reason, else discharged. Raises Refused, by field."""
    completed = reason is DischargeReason.COMPLETED
    status = EnrollmentStatus.COMPLETED if completed else EnrollmentStatus.DISCHARGED
    change_status(stay, status, on=on, by=by, at=at, reason=reason, remark=remark)


def write_change(
    stay: Enrollment,
    *,
    on: date,
    by: int | None,
    at: datetime,
    reason: DischargeReason | None = None,
    remark: str = "",
) -> None:
    """Keep the status that a stay has from `on` as a row, with its audit line."""
    db.session.flush()
    change = EnrollmentChange(
        id=next_change_id() if remark else None,
        enrollment_id=stay.id,
        status=stay.status,
        on_date=on,
        reason=reason,
        remark=remark,
        by_id=by,
        at=at,
    )
    db.session.add(change)
    detail = {"status": stay.status, "on": on.isoformat(), "reason": reason}
    write_stay_line(stay, "change enrollment", by=by, at=at, detail=detail)


def next_change_id() -> int:
    """Return the id of the next change, which its words are sealed to before it is written.

    What writes holds the lock, so that nobody else is told the same one.
    """
    if db.engine.dialect.name == "postgresql":
        counter = func.pg_get_serial_sequence(EnrollmentChange.__tablename__, "id")
        return db.session.scalars(select(func.nextval(counter))).one()
    return (db.session.scalar(select(func.max(EnrollmentChange.id))) or 0) + 1


def last_change_on(stay: Enrollment) -> date:
    """Return the day of the newest change of a stay."""
    query = select(func.max(EnrollmentChange.on_date))
    return db.session.scalars(query.where(EnrollmentChange.enrollment_id == stay.id)).one()


def _refuse_step(stay: Enrollment, status: EnrollmentStatus) -> None:
    if not may_become(stay.status, status):
        now, wanted = (word.replace("_", " ") for word in (stay.status, status))
        raise Refused(f"This stay is {now}, so it cannot become {wanted}.")


def _refuse_day(stay: Enrollment, status: EnrollmentStatus, on: date, today: date) -> None:
    """Only joining may lie ahead; nothing may lie before what has happened already."""
    last = last_change_on(stay)
    if on < last:
        words = f"The step before this one was on {day_in_words(last)}: choose that day or later."
        raise Refused(words, field="on")
    if status is not EnrollmentStatus.ACTIVE and on > max(today, last):
        raise Refused("This day has not come yet: choose today or earlier.", field="on")
    there = _last_attended(stay)
    if there is None or status is EnrollmentStatus.ACTIVE:
        return
    on_hold = status is EnrollmentStatus.ON_HOLD
    if on < there or (on_hold and on == there):
        words = f"The person was there on {day_in_words(there)}: choose a later day."
        raise Refused(words, field="on")


def _last_attended(stay: Enrollment) -> date | None:
    return db.session.scalar(
        select(func.max(GroupSession.on_date))
        .join(Attendance, Attendance.group_session_id == GroupSession.id)
        .where(Attendance.enrollment_id == stay.id, Attendance.mark.in_(ATTENDED_MARKS))
    )
