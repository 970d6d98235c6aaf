"""How a stay goes on: seats, days, what is kept and what is refused."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from dashboard.clinical.enrollment import NEXT_STATUSES
from dashboard.clinical.words import DischargeReason, EnrollmentStatus, Mark
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.participants import EnrollmentChange
from dashboard.models.trail import AuditLine
from dashboard.records.enrollments import begin_stay, change_status, leave
from tests.cast import make_cast
from tests.factories import make_group, make_participant, mark

AT = datetime(2026, 10, 21, 16, tzinfo=UTC)
TODAY = date(2026, 10, 21)


@pytest.fixture
def made(database):
    return make_group(make_cast().ana, people=2, capacity=3)


def stay_in(made, status):
    """A stay of this status, led there by real steps."""
    begins = status in NEXT_STATUSES[None]
    first = status if begins else EnrollmentStatus.ACTIVE
    person = make_participant()
    stay = begin_stay(made.group, person, first, on=date(2026, 10, 1), by=None, at=AT, until=AT)
    if first is not status:
        change_status(stay, status, on=date(2026, 10, 8), by=None, at=AT)
    return stay


@pytest.mark.parametrize("before", EnrollmentStatus)
def test_every_step_is_taken_or_refused_as_the_table_says(made, before):
    taken = set()
    for after in EnrollmentStatus:
        undo = db.session.begin_nested()
        stay = stay_in(made, before)
        try:
            change_status(stay, after, on=TODAY, by=None, at=AT)
            taken.add((stay.status, stay.seat_number, stay.ended_on))
        except Refused as refusal:
            assert "cannot become" in str(refusal)
        undo.rollback()
    seats = dict.fromkeys(("reserved", "active", "on_hold"), 3)
    ends = dict.fromkeys(("completed", "discharged"), TODAY)
    assert taken == {(word, seats.get(word), ends.get(word)) for word in NEXT_STATUSES[before]}


def test_each_step_is_a_row_and_an_audit_line(made):
    stay = made.enrollments[0]
    moved = DischargeReason.MOVED
    leave(stay, moved, on=TODAY, by=None, at=AT, remark="To Ohio")
    query = select(EnrollmentChange).where(EnrollmentChange.enrollment_id == stay.id)
    last = db.session.scalars(query.order_by(EnrollmentChange.id.desc())).first()
    assert (last.status, last.reason, last.remark) == ("discharged", moved, "To Ohio")
    line = db.session.scalars(select(AuditLine).order_by(AuditLine.id.desc())).first()
    assert line.participant_id == stay.participant_id
    assert line.detail == {"on": "2026-10-21", "reason": "moved", "status": "discharged"}


def test_who_completes_leaves_as_completed(made):
    leave(made.enrollments[0], DischargeReason.COMPLETED, on=TODAY, by=None, at=AT)
    assert made.enrollments[0].status is EnrollmentStatus.COMPLETED


def test_a_return_keeps_the_day_of_joining_and_the_seat(made):
    stay = made.enrollments[1]
    change_status(stay, EnrollmentStatus.ON_HOLD, on=TODAY, by=None, at=AT)
    change_status(stay, EnrollmentStatus.ACTIVE, on=date(2026, 11, 3), by=None, at=AT)
    assert (stay.joined_on, stay.seat_number) == (date(2026, 9, 29), 2)


@pytest.mark.parametrize(
    ("on", "status", "message"),
    [
        (date(2026, 9, 28), "on_hold", "was on Tue 29 Sep 2026"),
        (date(2026, 10, 22), "on_hold", "has not come yet"),
        (date(2026, 10, 6), "on_hold", "there on Tue 6 Oct 2026"),
        (date(2026, 10, 5), "discharged", "there on Tue 6 Oct 2026"),
        (date(2026, 10, 7), "on_hold", None),
        (date(2026, 10, 6), "discharged", None),
        (date(2026, 10, 21), "discharged", None),
    ],
)
def test_a_step_fits_between_what_has_happened_and_today(made, on, status, message):
    stay = made.enrollments[0]
    mark(stay, made.sessions[1], Mark.LATE)
    if message is None:
        change_status(stay, EnrollmentStatus(status), on=on, by=None, at=AT)
        assert stay.status == status
        return
    with pytest.raises(Refused, match=message) as refusal:
        change_status(stay, EnrollmentStatus(status), on=on, by=None, at=AT)
    assert refusal.value.field == "on"


def test_who_was_to_start_next_week_may_leave_on_that_day(made):
    ahead = date(2026, 10, 27)
    person = make_participant()
    stay = begin_stay(made.group, person, EnrollmentStatus.ACTIVE, on=ahead, by=None, at=AT)
    leave(stay, DischargeReason.OTHER, on=ahead, by=None, at=AT)
    assert (stay.joined_on, stay.ended_on) == (ahead, ahead)


def test_nobody_gets_a_seat_in_a_closed_group(made):
    stay = stay_in(made, EnrollmentStatus.WAITLISTED)
    made.group.closed_on = TODAY
    with pytest.raises(Refused, match="is closed"):
        change_status(stay, EnrollmentStatus.ACTIVE, on=TODAY, by=None, at=AT)
