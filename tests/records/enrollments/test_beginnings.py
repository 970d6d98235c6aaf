"""How a stay begins, and what is refused: a full group, a second stay, a far day."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dashboard.clinical.words import DischargeReason, EnrollmentStatus
from dashboard.errors import Refused
from dashboard.records.enrollments import begin_stay, leave, transfer
from tests.cast import make_cast
from tests.factories import make_group, make_participant

AT = datetime(2026, 10, 21, 16, tzinfo=UTC)
TODAY = date(2026, 10, 21)
ACTIVE, WAITLISTED = EnrollmentStatus.ACTIVE, EnrollmentStatus.WAITLISTED


@pytest.fixture
def ana(database):
    return make_cast().ana


def begin(group, person=None, status=ACTIVE, on=TODAY):
    return begin_stay(group, person or make_participant(), status, on=on, by=None, at=AT)


def test_the_lowest_free_seat_is_taken_and_no_more_than_there_are(ana):
    made = make_group(ana, people=2, capacity=3)
    leave(made.enrollments[0], DischargeReason.MOVED, on=TODAY, by=None, at=AT)
    assert [begin(made.group).seat_number for _ in range(2)] == [1, 3]
    with pytest.raises(Refused, match="All 3 seats") as refusal:
        begin(made.group)
    assert refusal.value.field == "place"
    assert begin(made.group, status=WAITLISTED).seat_number is None


def test_nobody_is_twice_in_a_group_and_a_return_is_a_new_stay(ana):
    made = make_group(ana)
    person = make_participant("Noor Sato")
    first = begin(made.group, person)
    with pytest.raises(Refused, match="Noor Sato is in Depression, Tuesday already: active"):
        begin(made.group, person)
    leave(first, DischargeReason.MOVED, on=TODAY, by=None, at=AT)
    again = begin(made.group, person)
    assert (again.id != first.id, again.seat_number, first.ended_on) == (True, 1, TODAY)


@pytest.mark.parametrize(("days", "refused"), [(366, False), (367, True)])
def test_joining_may_lie_a_year_ahead_and_no_further(ana, days, refused):
    made = make_group(ana)
    if not refused:
        assert begin(made.group, on=TODAY + timedelta(days=days)).status is ACTIVE
        return
    with pytest.raises(Refused, match="within a year") as refusal:
        begin(made.group, on=TODAY + timedelta(days=days))
    assert refusal.value.field == "on"


def test_a_closed_group_takes_nobody(ana):
    made = make_group(ana)
    made.group.closed_on = TODAY
    with pytest.raises(Refused, match="is closed"):
        begin(made.group, status=WAITLISTED)


def test_a_transfer_ends_one_stay_and_begins_another(ana):
    old = make_group(ana, people=1)
    new = make_group(ana, name="Anxiety, Monday")
    stay = old.enrollments[0]
    person = make_participant("Vera Vance")
    stay.participant_id = person.id
    begun = transfer(stay, person, new.group, on=TODAY, by=None, at=AT)
    assert (stay.status, stay.ended_on, stay.seat_number) == ("discharged", TODAY, None)
    assert (begun.status, begun.joined_on, begun.group_id) == ("active", TODAY, new.group.id)


def test_a_transfer_within_the_group_is_refused(ana):
    made = make_group(ana, people=1)
    with pytest.raises(Refused, match="another group") as refusal:
        transfer(made.enrollments[0], make_participant(), made.group, on=TODAY, by=None, at=AT)
    assert refusal.value.field == "to_group"
