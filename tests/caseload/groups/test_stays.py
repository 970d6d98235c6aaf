"""One stay with its history, the people who could be added, the groups to go to."""

from dashboard.caseload.groups import (
    MOST_PEOPLE,
    changes_of_stay,
    drop_out_by_rule,
    groups_to_go_to,
    people_to_add,
    seats_of,
)
from dashboard.clinical.words import EnrollmentStatus, Mark
from dashboard.extensions import db
from tests.caseload.groups.test_roster import MID_CYCLE
from tests.cast import make_cast, viewer_of
from tests.factories import make_enrollment, make_group, make_participant, mark


def test_changes_come_in_order_and_only_within_reach(database):
    people = make_cast()
    stay = make_group(people.ana, people=1).enrollments[0]
    rows = changes_of_stay(viewer_of(people.max), stay)
    assert [(row.change.status, row.by_name) for row in rows] == [("active", None)]
    assert changes_of_stay(viewer_of(people.cleo), stay) == []


def test_a_drop_out_is_derived_and_is_no_administrators_business(database):
    people = make_cast()
    made = make_group(people.ana, people=2)
    for meeting in made.sessions[:3]:
        mark(made.enrollments[0], meeting, Mark.NO_SHOW)
    late = MID_CYCLE.replace(month=12)
    for meeting in made.sessions[3:]:
        mark(made.enrollments[0], meeting, Mark.NO_SHOW)
    assert drop_out_by_rule(viewer_of(people.ana, late), made.enrollments[0]).stands
    assert drop_out_by_rule(viewer_of(people.ana, late), made.enrollments[1]) is None
    assert drop_out_by_rule(viewer_of(people.max, late), made.enrollments[0]) is None


def test_people_to_add_are_ones_own_and_not_in_the_group(database):
    people = make_cast()
    made = make_group(people.ana)
    make_enrollment(made.group, make_participant("Ada Inside"))
    other = make_group(people.ana, name="Anxiety, Monday")
    make_enrollment(other.group, make_participant("Bo 100%"))
    make_participant("Cy Nowhere")
    names = [one.name for one in people_to_add(viewer_of(people.ana), made.group)]
    assert names == ["Bo 100%"]
    everybody = [one.name for one in people_to_add(viewer_of(people.max), made.group)]
    assert everybody == ["Bo 100%", "Cy Nowhere"]


def test_people_are_found_by_the_beginning_of_a_name_or_code(database):
    people = make_cast()
    made = make_group(people.ana)
    make_participant("Ada Ash"), make_participant("Bo 100%")
    lena = viewer_of(people.lena)
    asked = ("a", "bo", "100%", "1000", "P", "%")
    lists = {find: people_to_add(lena, made.group, find) for find in asked}
    found = {find: [one.given_name for one in people] for find, people in lists.items()}
    assert found["a"] == ["Ada"]
    assert (found["bo"], found["100%"], found["1000"], found["%"]) == (["Bo"], ["Bo"], [], [])
    assert len(found["P"]) == 2


def test_no_more_people_are_offered_than_a_page_can_hold(database):
    people = make_cast()
    made = make_group(people.ana)
    for _ in range(MOST_PEOPLE + 1):
        make_participant()
    assert len(people_to_add(viewer_of(people.max), made.group)) == MOST_PEOPLE


def test_one_goes_to_open_groups_whose_roster_one_keeps(database):
    people = make_cast()
    stay = make_group(people.ana, people=1).enrollments[0]
    mine = make_group(people.ana, name="Anxiety, Monday").group
    theirs = make_group(people.cleo, name="Grief, Friday").group
    assert list(groups_to_go_to(viewer_of(people.ana), stay)) == [mine]
    assert list(groups_to_go_to(viewer_of(people.max), stay)) == [mine, theirs]


def test_a_lapsed_reservation_reads_as_a_free_seat(database):
    people = make_cast()
    made = make_group(people.ana, people=1)
    stay = made.enrollments[0]
    stay.status, stay.reserved_until = EnrollmentStatus.RESERVED, MID_CYCLE
    db.session.flush()
    assert seats_of(viewer_of(people.ana), made.group).taken == 1
    assert seats_of(viewer_of(people.ana, MID_CYCLE), made.group).taken == 0
