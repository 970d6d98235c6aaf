"""The order of a waitlist is changed by hand, and offers follow it."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from dashboard.clinical.words import DischargeReason, EnrollmentStatus
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.trail import AuditLine
from dashboard.records.enrollments import (
    begin_stay,
    change_fit_note,
    expire_seats,
    leave,
    move_on_waitlist,
    offer_free_seats,
)
from tests.cast import make_cast
from tests.factories import make_group, make_participant

AT = datetime(2026, 10, 21, 16, tzinfo=UTC)


@pytest.fixture
def made(database):
    return make_group(make_cast().ana, people=1, capacity=1)


def waiting(made, minutes):
    at = AT + timedelta(minutes=minutes)
    waits = EnrollmentStatus.WAITLISTED
    return begin_stay(made.group, make_participant(), waits, on=at.date(), by=None, at=at)


def move(stay, steps):
    move_on_waitlist(stay, steps=steps, by=1, at=AT)


def offer_the_seat(made):
    leave(made.enrollments[0], DischargeReason.MOVED, on=AT.date(), by=None, at=AT)
    return offer_free_seats(made.group, by=None, at=AT, hours=48)


def last_line():
    line = db.session.scalars(select(AuditLine).order_by(AuditLine.id.desc())).first()
    return line.action, line.subject_id, line.detail


def test_a_free_seat_goes_to_who_was_moved_up(made):
    _first, second = waiting(made, 0), waiting(made, 1)
    move(second, -1)
    assert last_line() == ("move on waitlist", second.id, {"from": 2, "to": 1})
    assert offer_the_seat(made) == [second]


def test_who_was_moved_down_is_before_who_comes_later_and_after_a_lapsed_offer_last(made):
    first, second = waiting(made, 0), waiting(made, 1)
    move(first, 1)
    third = waiting(made, 2)
    assert offer_the_seat(made) == [second]
    assert expire_seats(at=AT + timedelta(hours=48), hours=48) == ([second], [first])
    assert (second.waitlist_place, third.waitlist_place) == (None, None)
    move(second, -1)
    assert (second.waitlist_place, third.waitlist_place) == (1, 2)


def test_nobody_is_moved_beyond_the_ends_or_without_waiting(made):
    first, second = waiting(made, 0), waiting(made, 1)
    for stay, steps in ((first, -1), (second, 1)):
        with pytest.raises(Refused, match="end of the waitlist"):
            move(stay, steps)
    with pytest.raises(Refused, match="somebody who waits"):
        move(made.enrollments[0], -1)


def test_a_fit_note_changes_until_the_stay_ends_and_the_trail_has_no_words(made):
    stay = waiting(made, 0)
    change_fit_note(stay, " Evenings only ", by=1, at=AT)
    assert (stay.waitlist_note, last_line()) == ("Evenings only", ("change fit note", stay.id, {}))
    leave(stay, DischargeReason.MOVED, on=AT.date(), by=None, at=AT)
    with pytest.raises(Refused, match="has ended"):
        change_fit_note(stay, "Mornings", by=1, at=AT)
