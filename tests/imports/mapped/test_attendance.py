"""Attendance from a file: marks that are new, the same, corrected; and what is wrong with them."""

from datetime import date

import pytest
from sqlalchemy import select

from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.group_sessions import Attendance, GroupSession
from dashboard.models.groups import Cycle, Group
from dashboard.models.participants import Enrollment
from tests.cast import viewer_of
from tests.factories import make_user
from tests.imports.mapped.bringing import bring

GROUP = '"Depression, Tuesday"'
HEAD = "date,group,code,mark,minutes"
FILE = f"{HEAD}\n2026-09-29,{GROUP},A-1,Present,90\n2026-10-06,{GROUP},A-1,no-show,\n"
NEW = """date,group,code,mark,first name,last name
2026-10-08,New one,N-1,present,,
2026-10-01,New one,N-1,,,
2026-10-08,New one,B-1,excused,Ana,Roth
"""
TOLD = {
    "group_type": "anger",
    "start_time": "18:00",
    "duration_minutes": "75",
    "time_zone": "America/Chicago",
    "cycle_length": "1",
}


def marks():
    rows = db.session.scalars(select(Attendance).order_by(Attendance.id))
    return [(row.mark.value, row.minutes_attended, row.version) for row in rows]


def test_marks_are_written_once(importer):
    assert bring(importer, "attendance", FILE) == [
        (2, "new", "adds the mark"),
        (3, "new", "adds the mark"),
    ]
    assert {line[1] for line in bring(importer, "attendance", FILE)} == {"unchanged"}
    assert marks() == [("present", 90, 1), ("no_show", None, 1)]


def test_another_mark_is_a_correction_and_no_mark_takes_nothing_away(importer):
    bring(importer, "attendance", FILE)
    assert bring(
        importer, "attendance", FILE.replace("Present,90", "late,").replace("no-show", "")
    )[0] == (
        2,
        "correction",
        "was present, 90 minutes",
    )
    assert marks() == [("late", None, 2), ("no_show", None, 1)]
    unknown = bring(importer, "attendance", FILE.replace("Present", "late"))[0]
    assert unknown == (2, "correction", "was late")
    same = f"{HEAD}\n2026-09-29,{GROUP},A-1,late,\n"
    assert bring(importer, "attendance", same) == [(2, "unchanged", "")]
    assert marks()[0] == ("late", 90, 3)


def test_a_row_without_a_mark_gets_one(importer):
    stay = db.session.scalars(select(Enrollment)).first()
    first = db.session.scalars(select(GroupSession)).first()
    db.session.add(
        Attendance(
            group_id=stay.group_id,
            enrollment_id=stay.id,
            group_session_id=first.id,
            recorded_at=importer.as_of,
        )
    )
    db.session.commit()
    assert bring(importer, "attendance", FILE)[0] == (2, "new", "adds the mark")


def test_groups_cycles_sessions_people_and_stays_are_made_as_needed(importer):
    assert bring(importer, "attendance", NEW, for_all=TOLD) == [
        (2, "new", "adds the mark, the group, cycle 2, week 1 of cycle 2, the stay"),
        (3, "new", "adds cycle 1, week 1 of cycle 1"),
        (4, "new", "adds the mark, the participant, the stay"),
    ]
    group = db.session.scalars(select(Group).where(Group.name == "New one")).one()
    assert (group.weekday, group.starts_at_wall.hour, group.duration_minutes) == (3, 18, 75)
    starts = db.session.scalars(select(Cycle.starts_on).where(Cycle.group_id == group.id)).all()
    assert sorted(starts) == [date(2026, 10, 1), date(2026, 10, 8)]
    joined = select(Enrollment.joined_on).where(Enrollment.group_id == group.id)
    assert db.session.scalars(joined).all() == [date(2026, 10, 1), date(2026, 10, 8)]
    again = bring(importer, "attendance", NEW, for_all=TOLD)
    assert [line[1] for line in again] == ["unchanged", "empty", "unchanged"]


def test_a_therapist_imports_nothing(importer):
    viewer = viewer_of(make_user("Theo Therapist"))
    with pytest.raises(NotOnCaseload):
        bring(viewer, "attendance", FILE)


def test_a_new_group_has_as_many_seats_as_people_and_no_more_than_fifty(importer):
    head = "date,group,code,mark,first name,last name\n"
    row = "2026-10-08,New one,{0},present,Given{0},Family\n"
    some = head + "".join(row.format(number) for number in range(12))
    bring(importer, "attendance", some, for_all=TOLD)
    group = db.session.scalars(select(Group).where(Group.name == "New one")).one()
    assert (group.capacity, group.minimum_size) == (12, 4)
    many = head + "".join(row.replace("New one", "Vast").format(number) for number in range(51))
    last = bring(importer, "attendance", many, for_all=TOLD, dry=True)[-1]
    assert last == (0, "wrong", "Line 52: all 50 seats of Vast are taken.")


def test_a_stay_that_stands_otherwise_here_is_left_as_it_is(importer):
    head = "date,group,code,mark,enrolled_on,ended_on"
    text = f"{head}\n2026-09-29,{GROUP},A-1,late,2026-09-29,2026-10-20\n"
    assert bring(importer, "attendance", text) == [(2, "new", "adds the mark")]
    stay = db.session.scalars(select(Enrollment).order_by(Enrollment.id)).first()
    assert stay.ended_on is None
