"""Whose rows an export has, in which order, and what they count as."""

from datetime import date, timedelta

import pytest

from dashboard.caseload.attendance_export import (
    AttendanceFilters,
    attendance_rows,
    export_counts,
)
from dashboard.caseload.groups import roster
from dashboard.clinical.attendance import Unmarked
from dashboard.clinical.words import DischargeReason, EnrollmentStatus, Mark
from dashboard.extensions import db
from dashboard.models.group_sessions import Substitute
from dashboard.models.participants import Participant
from tests.cast import viewer_of
from tests.exports.small_practice import AS_OF, change, end
from tests.factories import make_enrollment, make_group, mark

EVERYTHING = AttendanceFilters()


def said(viewer, **filters):
    rows = attendance_rows(viewer, AttendanceFilters(**filters))
    return [(row.session.week, row.stay.given_name, row.cell.says, row.expected) for row in rows]


def test_rows_are_from_the_first_to_the_last_day_of_a_stay_and_of_begun_sessions(small):
    assert said(small.lena) == [
        (1, "Dana", Mark.PRESENT, True),
        (2, "=Elias", Mark.LATE, True),
        (2, "Dana", Unmarked.NOT_RECORDED, True),
        (3, "=Elias", Unmarked.NOT_EXPECTED, False),
        (3, "Dana", Unmarked.NOT_RECORDED, True),
    ]


def test_a_cancelled_session_is_expected_of_nobody(small):
    small.sessions[1].cancelled_at = AS_OF
    db.session.flush()
    cancelled = [row for row in said(small.lena) if row[0] == 2]
    assert cancelled == [
        (2, "=Elias", Unmarked.CANCELLED, False),
        (2, "Dana", Unmarked.CANCELLED, False),
    ]
    counts = export_counts(small.lena, EVERYTHING)
    assert (counts.sessions_held, counts.expected, counts.attended) == (2, 2, 1)


def test_the_counts_are_those_of_the_roster(small):
    counts = export_counts(small.ana, EVERYTHING)
    lines = [line.attendance for line in roster(small.ana, small.group)]
    assert (counts.expected, counts.attended, counts.not_recorded) == (
        sum(line.expected for line in lines),
        sum(line.attended for line in lines),
        sum(line.not_recorded for line in lines),
    )
    assert (counts.sessions_held, counts.expected, counts.attended) == (3, 4, 2)


def test_a_session_to_which_nobody_came_counts_as_held_unless_people_are_asked_for(small):
    end(small.dana, date(2026, 10, 12))
    end(small.elias, date(2026, 10, 13))
    elias = AttendanceFilters(participant_id=small.elias.participant_id)
    present = AttendanceFilters(marks=frozenset({Mark.PRESENT}))
    assert export_counts(small.lena, EVERYTHING).sessions_held == 3
    assert export_counts(small.lena, elias).sessions_held == 2
    assert export_counts(small.lena, present).sessions_held == 1


def test_the_status_of_a_stay_is_what_its_changes_say(small):
    end(small.dana, date(2026, 10, 12))
    rows = {row.stay.given_name: row.stay for row in attendance_rows(small.lena, EVERYTHING)}
    dana, elias = rows["Dana"], rows["=Elias"]
    assert (dana.status, dana.reason) == (EnrollmentStatus.DISCHARGED, DischargeReason.MOVED)
    assert (elias.status, elias.reason) == (EnrollmentStatus.ON_HOLD, None)


@pytest.mark.parametrize(
    ("filters", "rows"),
    [
        ({"group_type": "depression"}, 5),
        ({"group_type": "anxiety"}, 0),
        ({"cycle": 1}, 5),
        ({"cycle": 2}, 0),
        ({"first_on": date(2026, 10, 6)}, 4),
        ({"last_on": date(2026, 10, 6)}, 3),
        ({"marks": frozenset({Mark.LATE, Unmarked.NOT_RECORDED})}, 3),
    ],
)
def test_filters_narrow(small, filters, rows):
    assert len(said(small.lena, **filters)) == rows


def test_filters_by_group_and_person(small):
    other = make_group(small.cast.cleo, name="Another").group
    assert len(said(small.lena, group_id=small.group.id)) == 5
    assert said(small.lena, group_id=other.id) == []
    assert len(said(small.lena, participant_id=small.dana.participant_id)) == 3


def test_a_facilitator_has_the_sessions_of_their_time_and_those_they_stood_in_at(small):
    assert len(said(small.lena, facilitator_id=small.cast.ana.id)) == 5
    assert said(small.lena, facilitator_id=small.cast.cleo.id) == []
    db.session.add(Substitute(group_session_id=small.sessions[0].id, user_id=small.cast.cleo.id))
    db.session.flush()
    assert [row[:2] for row in said(small.lena, facilitator_id=small.cast.cleo.id)] == [(1, "Dana")]


def test_nobody_has_rows_of_groups_that_are_not_theirs(small):
    cleo = viewer_of(small.cast.cleo, AS_OF)
    assert said(cleo) == []
    assert said(cleo, group_id=small.group.id) == []
    assert len(said(viewer_of(small.cast.max, AS_OF))) == 5


def test_who_left_and_came_back_on_one_day_is_expected_once(small):
    day = small.sessions[2].on_date
    end(small.dana, day)
    person = db.session.get_one(Participant, small.dana.participant_id)
    again = make_enrollment(small.group, person, joined_on=day)
    of_the_day = [row for row in said(small.lena) if row[0] == 3 and row[1] == "Dana"]
    assert [row[3] for row in of_the_day] == [False, True]
    mark(small.dana, small.sessions[2], Mark.PRESENT)
    of_the_day = [row for row in said(small.lena) if row[0] == 3 and row[1] == "Dana"]
    assert [row[3] for row in of_the_day] == [True, False]
    assert again.id != small.dana.id


def test_a_return_from_hold_is_expected_again(small):
    change(small.elias, EnrollmentStatus.ACTIVE, date(2026, 10, 13) + timedelta(days=1))
    (row,) = [
        row
        for row in attendance_rows(small.lena, EVERYTHING)
        if row.session.week == 3 and row.stay.given_name == "=Elias"
    ]
    assert (row.expected, row.stay.status) == (False, EnrollmentStatus.ACTIVE)
