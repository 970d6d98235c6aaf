"""What keeps a roster whole: who may, seats that go on, and acts that are undone when refused."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from dashboard.caseload.reach import find_enrollment
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import DischargeReason, EnrollmentStatus, Role
from dashboard.errors import NotOnCaseload, Refused
from dashboard.extensions import db
from dashboard.groups import actions
from dashboard.groups.actions import Keeping, NewPerson
from dashboard.models.participants import Enrollment, Participant
from tests.cast import make_cast, viewer_of
from tests.factories import make_enrollment, make_group, make_participant

AT = datetime(2026, 10, 21, 16, tzinfo=UTC)
TODAY = date(2026, 10, 21)
VERA = NewPerson("Vera", "Vance", "", "NY", "", "")
ACTIVE = EnrollmentStatus.ACTIVE


@pytest.fixture
def people(database):
    return make_cast()


def keeping(user):
    return Keeping(viewer_of(user, AT), 48)


def waiting(made, name="Wim Later"):
    waits = EnrollmentStatus.WAITLISTED
    return make_enrollment(made.group, make_participant(name), status=waits, joined_on=None)


def add(user, group, person=VERA, **given):
    how = {"on": TODAY, "until": None, "note": "", **given}
    return actions.add_person(keeping(user), group, person, ACTIVE, **how)


def test_somebody_new_or_known_is_added(people):
    made = make_group(people.ana, people=1)
    new = db.session.get(Enrollment, add(people.ana, made.group))
    known = db.session.get(Enrollment, add(people.max, made.group, make_participant()))
    assert (new.seat_number, known.seat_number) == (2, 3)


@pytest.mark.parametrize("name", ["cleo", "ben"])
def test_nobody_else_keeps_a_roster(people, name):
    made = make_group(people.ana, people=1)
    with pytest.raises(NotOnCaseload):
        add(getattr(people, name), made.group)


def test_a_refused_act_leaves_nothing_behind(people):
    made = make_group(people.ana, people=1, capacity=1)
    db.session.commit()
    with pytest.raises(Refused, match="All 1 seats"):
        add(people.ana, made.group)
    assert db.session.scalar(select(func.count()).select_from(Participant)) == 1


def test_a_lapsed_reservation_makes_room_first(people):
    made = make_group(people.ana, people=1, capacity=1)
    stay = made.enrollments[0]
    stay.status, stay.reserved_until = EnrollmentStatus.RESERVED, AT
    assert db.session.get(Enrollment, add(people.ana, made.group)).seat_number == 1
    assert stay.status is EnrollmentStatus.DISCHARGED


def test_an_end_offers_the_seat_to_the_next_who_waits(people):
    made = make_group(people.ana, people=1, capacity=1)
    next_one, stay = waiting(made), found(made.enrollments[0])
    moved = DischargeReason.MOVED
    assert actions.end(keeping(people.ana), stay, moved, on=TODAY, remark="") == 1
    assert (next_one.status, next_one.reserved_until) == ("reserved", AT + timedelta(hours=48))


def test_a_step_and_an_offer_are_kept(people):
    made = make_group(people.ana, people=1)
    stay, next_one = found(made.enrollments[0]), found(waiting(made))
    hold = EnrollmentStatus.ON_HOLD
    actions.take_step(keeping(people.ana), stay, hold, on=TODAY, remark="Surgery")
    actions.offer(keeping(people.ana), next_one)
    assert (stay.status, next_one.status) == (hold, "reserved")


def test_a_reserved_seat_that_is_given_back_goes_to_the_next(people):
    made = make_group(people.ana, people=1, capacity=1)
    stay, next_one = found(made.enrollments[0]), waiting(made)
    stay.status, stay.reserved_until = EnrollmentStatus.RESERVED, AT + timedelta(days=1)
    back = EnrollmentStatus.WAITLISTED
    assert actions.take_step(keeping(people.ana), stay, back, on=TODAY, remark="") == 1
    assert (stay.status, next_one.status) == (back, "reserved")


def test_a_transfer_needs_both_rosters_and_offers_the_old_seat(people):
    old = make_group(people.ana, people=1, capacity=1)
    new = make_group(people.ben, name="Anxiety, Monday")
    next_one, stay = waiting(old), found(old.enrollments[0])
    how = {"on": TODAY, "remark": ""}
    with pytest.raises(NotOnCaseload):
        actions.move(keeping(people.ana), stay, new.group.id, **how)
    begun, offered = actions.move(keeping(people.lena), stay, new.group.id, **how)
    assert (db.session.get(Enrollment, begun).group_id, offered) == (new.group.id, 1)
    assert (stay.status, next_one.status) == ("discharged", "reserved")


def test_the_timer_gives_lapsed_seats_on_once(people):
    made = make_group(people.ana, people=1, capacity=1)
    made.enrollments[0].status = EnrollmentStatus.RESERVED
    made.enrollments[0].reserved_until = AT
    waiting(made)
    assert actions.expire(at=AT, hours=48) == (1, 1)
    assert actions.expire(at=AT, hours=48) == (0, 0)


def found(stay):
    """The stay as a page finds it, with the person and the group."""
    db.session.flush()
    return find_enrollment(Viewer(0, "Lena", Role.CLINICAL_LEAD, AT), stay.id)
