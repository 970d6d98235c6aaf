"""What an import is held against: people, cycles, what is on record."""

from datetime import date

import pytest

from dashboard.caseload.assessments import (
    KeptScore,
    Weeks,
    _weeks_from,
    assessments_on_record,
    cycle_weeks,
    people_by_code,
)
from dashboard.clinical.words import EnrollmentStatus
from dashboard.errors import NotOnCaseload
from tests.cast import make_cast, viewer_of
from tests.factories import make_enrollment, make_group, score

FIRST = {1: date(2026, 1, 6), 2: date(2026, 1, 13)}
SECOND = {1: date(2026, 1, 20), 2: date(2026, 1, 27)}


def test_only_who_imports_reads_everybody(database):
    cast = make_cast()
    person = make_group(cast.ana, people=1).enrollments[0].participant_id
    row = score(person, "phq9", date(2026, 10, 6), 12)
    viewer = viewer_of(cast.max)
    assert [found.id for found in people_by_code(viewer).values()] == [person]
    on_record = assessments_on_record(viewer, [row.measure_id])
    kept = KeptScore(row.id, {}, 12.0, 1)
    assert on_record == {(person, row.measure_id, date(2026, 10, 6)): kept}
    with pytest.raises(NotOnCaseload):
        people_by_code(viewer_of(cast.ana))


def test_weeks_are_those_of_the_cycle_and_two_stays_leave_it_open(database):
    cast = make_cast()
    made = make_group(cast.ana, people=2)
    other = make_group(cast.ben, name="Another", people=0)
    once, twice = made.enrollments
    make_enrollment(made.group, status=EnrollmentStatus.WAITLISTED, joined_on=None)
    person = once.participant_id
    found = cycle_weeks(viewer_of(cast.max))
    assert found.keys() == {person, twice.participant_id}
    assert (found[person].dates[0], found[person].dates[8]) == (
        date(2026, 9, 22),
        date(2026, 11, 17),
    )
    again = make_enrollment(other.group, None)
    again.participant_id = twice.participant_id
    open_question = cycle_weeks(viewer_of(cast.max))[twice.participant_id]
    assert open_question == Weeks({}, "has had more than one stay: give dates")


def test_the_cycle_is_the_first_that_was_not_over_when_the_person_joined():
    assert _weeks_from([FIRST, SECOND], date(2026, 1, 13)).dates[1] == date(2026, 1, 6)
    assert _weeks_from([FIRST, SECOND], date(2026, 1, 14)).dates[0] == date(2026, 1, 13)
    assert _weeks_from([{2: date(2026, 1, 13)}], date(2026, 1, 13)).dates == {2: date(2026, 1, 13)}
    none = Weeks({}, "has no cycle of sessions since joining")
    assert _weeks_from([FIRST], date(2026, 1, 14)) == none
