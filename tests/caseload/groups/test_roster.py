"""The people of a group: order, attendance, who may change them; and its sessions."""

from datetime import UTC, date, datetime

import pytest

from dashboard.caseload.groups import (
    current_cycle,
    cycles_of_group,
    facilitators_of,
    keeps_roster,
    meetings_of_cycle,
    roster,
    waitlist,
)
from dashboard.clinical.words import EnrollmentStatus, FacilitatorRole, Mark
from dashboard.extensions import db
from dashboard.models.groups import Facilitator
from dashboard.models.notes import GroupNote, Signature
from dashboard.models.participants import EnrollmentChange
from tests.cast import make_cast, viewer_of
from tests.factories import (
    LONG_AGO,
    make_cycle,
    make_enrollment,
    make_group,
    make_participant,
    mark,
)

MID_CYCLE = datetime(2026, 10, 15, 12, tzinfo=UTC)


def test_the_roster_is_by_seat_with_the_attendance_of_each_stay(database):
    people = make_cast()
    made = make_group(people.ana, people=2)
    for week, word in enumerate((Mark.PRESENT, Mark.NO_SHOW)):
        mark(made.enrollments[0], made.sessions[week], word)
    lines = roster(viewer_of(people.ana, MID_CYCLE), made.group)
    assert [line.stay.seat_number for line in lines] == [1, 2]
    first, second = (line.attendance for line in lines)
    assert (first.attended, first.missed, first.not_recorded) == (1, 1, 1)
    assert (second.rate, second.not_recorded) == (None, 3)


def test_administrators_see_the_roster_without_attendance(database):
    people = make_cast()
    made = make_group(people.ana, people=1)
    assert [line.attendance for line in roster(viewer_of(people.max), made.group)] == [None]
    assert roster(viewer_of(people.cleo), made.group) == []


def test_who_waits_longest_is_first_and_who_returns_to_the_list_is_last(database):
    people = make_cast()
    made = make_group(people.ana)
    first, second = (_waiting(made.group, name) for name in ("Ada One", "Bo Two"))
    viewer = viewer_of(people.ana)
    assert list(waitlist(viewer, made.group)) == [first, second]
    again = EnrollmentChange(
        enrollment_id=first.id,
        status=EnrollmentStatus.WAITLISTED,
        on_date=date(2026, 2, 1),
        at=MID_CYCLE,
    )
    db.session.add(again)
    db.session.flush()
    assert list(waitlist(viewer, made.group)) == [second, first]


def _waiting(group, name):
    waits = EnrollmentStatus.WAITLISTED
    return make_enrollment(group, make_participant(name), status=waits, joined_on=None)


@pytest.mark.parametrize(
    ("name", "keeps"),
    [("ana", True), ("ben", False), ("cleo", False), ("lena", True), ("max", True)],
)
def test_leads_and_administrators_keep_a_roster_and_observers_do_not(database, name, keeps):
    people = make_cast()
    made = make_group(people.ana)
    observer = FacilitatorRole.OBSERVER
    since = date(2026, 9, 1)
    db.session.add(
        Facilitator(group_id=made.group.id, user_id=people.ben.id, role=observer, since=since)
    )
    db.session.flush()
    assert keeps_roster(viewer_of(getattr(people, name)), made.group) is keeps


def test_the_lead_stands_before_the_co_lead(database):
    people = make_cast()
    made = make_group(people.ben, co_lead=people.ana)
    found = facilitators_of(viewer_of(people.lena), made.group)
    assert [row.user.name for row in found] == ["Ben Okafor", "Ana Ruiz"]


def test_the_cycle_under_way_is_the_earliest_that_is_not_over(database):
    people = make_cast()
    made = make_group(people.ana)
    make_cycle(made.group, starts_on=date(2026, 12, 1), number=2)
    # In New York the 17th of November, on which the first cycle ends, is over at 5:00 UTC.
    for at, number in (("2026-11-18T04:59", 1), ("2026-11-18T05:00", 2), ("2027-06-01T12:00", 2)):
        viewer = viewer_of(people.ana, datetime.fromisoformat(at).replace(tzinfo=UTC))
        cycles = cycles_of_group(viewer, made.group)
        assert [found.cycle.number for found in cycles] == [2, 1]
        assert current_cycle(viewer, cycles).cycle.number == number
    assert current_cycle(viewer_of(people.ana), []) is None


def test_sessions_say_what_became_of_them_and_whether_their_note_is_signed(database):
    people = make_cast()
    made = make_group(people.ana)
    made.sessions[1].cancelled_at = LONG_AGO
    note = GroupNote(group_session_id=made.sessions[0].id, written_at=LONG_AGO)
    db.session.add(note)
    db.session.flush()
    signature = Signature(
        group_note_id=note.id, role="author", signer_id=people.ana.id, signed_at=LONG_AGO, sha256=""
    )
    signature.content = "x"
    db.session.add(signature)
    db.session.flush()
    found = meetings_of_cycle(viewer_of(people.ana, MID_CYCLE), made.cycle)
    assert [(row.state, row.is_signed) for row in found[:4]] == [
        ("held", True),
        ("cancelled", False),
        ("held", False),
        ("planned", False),
    ]
    seen = meetings_of_cycle(viewer_of(people.max, MID_CYCLE), made.cycle)
    assert {row.is_signed for row in seen} == {None}
