"""A group closes when nobody is in it, with what lies ahead called off; it may open again."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from dashboard.clinical.words import DischargeReason, EnrollmentStatus
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.trail import AuditLine
from dashboard.records.enrollments import leave
from dashboard.records.groups import close_group, open_cycle, reopen_group
from tests.cast import make_cast
from tests.factories import make_enrollment, make_group

AT = datetime(2026, 10, 21, 16, tzinfo=UTC)
TODAY, LAST_HELD = date(2026, 10, 21), date(2026, 10, 20)


@pytest.fixture
def by(database):
    return make_cast().ana


@pytest.fixture
def made(by):
    """Four of eight sessions are over; nobody is in."""
    return make_group(by)


def close(made, by, on=TODAY, reason="Too few people"):
    return close_group(made.group.id, on=on, reason=reason, by=by.id, at=AT)


def test_sessions_ahead_are_cancelled_with_the_reason(made, by):
    assert close(made, by) == 4
    reasons = [session.cancellation_reason for session in made.sessions]
    assert reasons == [None] * 4 + ["Too few people"] * 4
    assert [session.cancelled_at for session in made.sessions] == [None] * 4 + [AT] * 4
    line = db.session.scalars(select(AuditLine).order_by(AuditLine.id.desc())).first()
    told = (line.action, line.subject_id, line.detail)
    assert told == ("close group", made.group.id, {"on": "2026-10-21", "cancelled": 4})


@pytest.mark.parametrize(
    ("on", "reason", "field"),
    [
        (date(2026, 10, 22), "Too few", "on"),
        (date(2026, 10, 19), "Too few", "on"),
        (TODAY, " ", "reason"),
    ],
)
def test_a_day_or_a_reason_that_cannot_be_is_refused(made, by, on, reason, field):
    with pytest.raises(Refused) as refused:
        close(made, by, on, reason)
    assert (refused.value.field, made.group.closed_on) == (field, None)


def test_the_day_of_the_last_session_may_be_the_last(made, by):
    close(made, by, LAST_HELD)
    assert made.group.closed_on == LAST_HELD


@pytest.mark.parametrize("status", [EnrollmentStatus.ON_HOLD, EnrollmentStatus.WAITLISTED])
def test_it_stays_open_while_somebody_has_a_seat_or_waits(made, by, status):
    stay = make_enrollment(made.group, status=status, joined_on=None)
    waits = status is EnrollmentStatus.WAITLISTED
    words = "Seats taken: 0, waiting: 1" if waits else "Seats taken: 1, waiting: 0"
    with pytest.raises(Refused, match=words):
        close(made, by)
    leave(stay, DischargeReason.MOVED, on=TODAY, by=by.id, at=AT)
    assert close(made, by) == 4


def test_no_cycle_is_opened_until_it_is_open_again(made, by):
    close(made, by)
    told = {"first_on": date(2026, 12, 1), "length": 8, "by": by.id, "at": AT}
    with pytest.raises(Refused, match="closed"):
        open_cycle(made.group, **told)
    with pytest.raises(Refused, match="closed already"):
        close(made, by)
    reopen_group(made.group.id, by=by.id, at=AT)
    assert open_cycle(made.group, **told).number == 2
    assert made.sessions[7].cancelled_at == AT
    with pytest.raises(Refused, match="is open"):
        reopen_group(made.group.id, by=by.id, at=AT)
