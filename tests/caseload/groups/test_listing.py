"""The list of groups: seats, waiting, the next session; a fixed number of queries."""

from datetime import UTC, date, datetime

from sqlalchemy import event

from dashboard.caseload.groups import groups_by_name, seats_of
from dashboard.clinical.words import EnrollmentStatus
from dashboard.extensions import db
from tests.cast import make_cast, viewer_of
from tests.factories import make_enrollment, make_group

MID_CYCLE = datetime(2026, 10, 21, 12, tzinfo=UTC)


def test_seats_and_waiting_are_counted_apart(database):
    people = make_cast()
    made = make_group(people.ana, people=2)
    make_enrollment(made.group, status=EnrollmentStatus.WAITLISTED, joined_on=None)
    seats = groups_by_name(viewer_of(people.ana))[0].seats
    assert (seats.taken, seats.free, seats.waiting) == (2, 8, 1)
    assert seats == seats_of(viewer_of(people.ana), made.group)
    assert seats.is_below_minimum


def test_the_minimum_is_reached_with_as_many_people(database):
    people = make_cast()
    at_minimum = make_group(people.ana, people=4)
    assert not seats_of(viewer_of(people.ana), at_minimum.group).is_below_minimum


def test_the_next_session_has_not_ended_and_is_not_cancelled(database):
    people = make_cast()
    made = make_group(people.ana)
    made.sessions[4].cancelled_at = MID_CYCLE
    db.session.flush()
    line = groups_by_name(viewer_of(people.ana, MID_CYCLE))[0]
    assert (line.next_session.week, line.next_session.cycle.length) == (6, 8)
    over = datetime(2027, 1, 1, tzinfo=UTC)
    assert groups_by_name(viewer_of(people.ana, over))[0].next_session is None


def test_closed_groups_and_those_of_others_are_left_out(database):
    people = make_cast()
    made = make_group(people.ana)
    assert groups_by_name(viewer_of(people.cleo)) == []
    made.group.closed_on = date(2026, 12, 1)
    db.session.flush()
    assert groups_by_name(viewer_of(people.lena)) == []


def test_many_groups_take_no_more_queries_than_one(database):
    people = make_cast()
    viewer = viewer_of(people.lena)
    make_group(people.ana, people=2)
    one = queries_of(lambda: groups_by_name(viewer))
    for number in range(11):
        make_group(people.ana, name=f"Group {number}", people=2)
    assert queries_of(lambda: groups_by_name(viewer)) == one


def queries_of(read) -> int:
    """Count what a read sends to the database, with nothing remembered from before."""
    db.session.flush()
    db.session.expunge_all()
    seen = []

    def count(_connection, _cursor, statement, *_rest):
        seen.append(statement)

    event.listen(db.engine, "before_cursor_execute", count)
    read()
    event.remove(db.engine, "before_cursor_execute", count)
    return len(seen)
