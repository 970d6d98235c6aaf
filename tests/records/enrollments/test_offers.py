"""Offers: to the next who waits, for a while, then to the one after, and never in circles."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dashboard.clinical.words import DischargeReason, EnrollmentStatus
from dashboard.errors import Refused
from dashboard.records.enrollments import (
    begin_stay,
    expire_seats,
    leave,
    offer_free_seats,
    offer_seat,
)
from tests.cast import make_cast
from tests.factories import make_group, make_participant

AT = datetime(2026, 10, 21, 16, tzinfo=UTC)
DAY = timedelta(days=1)
HOURS = 48


@pytest.fixture
def made(database):
    return make_group(make_cast().ana, people=1, capacity=1)


def waiting(made, minutes=0):
    at = AT - timedelta(hours=2) + timedelta(minutes=minutes)
    status = EnrollmentStatus.WAITLISTED
    return begin_stay(made.group, make_participant(), status, on=at.date(), by=None, at=at)


def free_the_seat(made):
    leave(made.enrollments[0], DischargeReason.MOVED, on=AT.date(), by=None, at=AT)


def statuses(*stays):
    return [stay.status.value for stay in stays]


def test_a_freed_seat_goes_to_who_waits_longest(made):
    later, first = waiting(made, 5), waiting(made, 0)
    assert offer_free_seats(made.group, by=None, at=AT, hours=HOURS) == []
    free_the_seat(made)
    assert offer_free_seats(made.group, by=None, at=AT, hours=HOURS) == [first]
    assert (first.seat_number, first.reserved_until) == (1, AT + 2 * DAY)
    assert statuses(later) == ["waitlisted"]


def test_a_lapsed_offer_goes_down_the_list_once(made):
    first, second = waiting(made, 0), waiting(made, 1)
    free_the_seat(made)
    offer_free_seats(made.group, by=None, at=AT, hours=HOURS)
    assert expire_seats(at=AT + 2 * DAY - timedelta(seconds=1), hours=HOURS) == ([], [])
    assert expire_seats(at=AT + 2 * DAY, hours=HOURS) == ([first], [second])
    assert expire_seats(at=AT + 2 * DAY, hours=HOURS) == ([], [])
    assert statuses(first, second) == ["waitlisted", "reserved"]
    assert expire_seats(at=AT + 4 * DAY, hours=HOURS) == ([second], [])
    assert statuses(first, second) == ["waitlisted", "waitlisted"]


def test_by_hand_somebody_may_be_asked_again(made):
    first = waiting(made)
    free_the_seat(made)
    offer_seat(first, by=None, at=AT, hours=HOURS)
    expire_seats(at=AT + 2 * DAY, hours=HOURS)
    offer_seat(first, by=None, at=AT + 3 * DAY, hours=1)
    assert (first.status, first.reserved_until) == ("reserved", AT + 3 * DAY + timedelta(hours=1))


def test_an_offer_needs_a_free_seat(made):
    first = waiting(made)
    with pytest.raises(Refused, match="All 1 seats"):
        offer_seat(first, by=None, at=AT, hours=HOURS)


def test_a_lapsed_reservation_that_never_waited_ends(made):
    free_the_seat(made)
    kept = EnrollmentStatus.RESERVED
    person = make_participant()
    on = date(2026, 10, 21)
    stay = begin_stay(made.group, person, kept, on=on, by=None, at=AT, until=AT + DAY)
    assert expire_seats(at=AT + DAY, hours=HOURS) == ([stay], [])
    assert (stay.status, stay.ended_on) == ("discharged", date(2026, 10, 22))


def test_only_the_group_that_is_asked_for_gives_its_seats_on(made):
    free_the_seat(made)
    first = waiting(made)
    offer_seat(first, by=None, at=AT, hours=HOURS)
    late = AT + 3 * DAY
    assert expire_seats(at=late, hours=HOURS, group_id=made.group.id + 1) == ([], [])
    assert expire_seats(at=late, hours=HOURS, group_id=made.group.id) == ([first], [])


def test_a_closed_group_offers_nothing(made):
    waiting(made)
    free_the_seat(made)
    made.group.closed_on = AT.date()
    assert offer_free_seats(made.group, by=None, at=AT, hours=HOURS) == []
