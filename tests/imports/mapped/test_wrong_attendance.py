"""What is wrong with attendance in a file, in words, line by line."""

from datetime import date

import pytest
from sqlalchemy import select

from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from tests.imports.mapped.bringing import bring, problem

GROUP = '"Depression, Tuesday"'
HEAD = "date,group,code,mark,minutes"
FILE = f"{HEAD}\n2026-09-29,{GROUP},A-1,Present,90\n2026-10-06,{GROUP},A-1,no-show,\n"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (f",{GROUP},A-1,present,", "The date of the session is empty."),
        (f"2026-13-01,{GROUP},A-1,present,", "2026-13-01 is not a date: There is no such day"),
        (f"2026-10-07,{GROUP},A-1,present,", "Depression, Tuesday has no session on 2026-10-07."),
        (f"2026-10-06,{GROUP},X,present,", "Nobody has the code X"),
        (f"2026-10-06,{GROUP},A-1,there,", "there is no mark: it is one of present,"),
        (
            f"2026-10-06,{GROUP},A-1,present,721",
            "Minutes is a whole number from 0 to 720,",
        ),
        (f"2026-10-06,{GROUP},A-1,excused,9", "There are minutes, but no mark of somebody who"),
        (f"2026-10-06,{GROUP},A-1,,9", "There are minutes, but no mark of somebody who"),
        (f"2026-10-06,{GROUP},A-1,cancelled,", "It is not cancelled here."),
        ("2026-10-06,Nowhere,A-1,present,", "A new session needs the time of day"),
    ],
)
def test_what_is_wrong_is_said(importer, row, said):
    assert problem(importer, "attendance", HEAD, row).startswith(said)


WIDE = "date,group,code,mark,cycle,week,starts_at,ends_at,started_at,ended_at,group_type,time_zone"
HOURS = "2026-10-06T22:00:00Z,2026-10-06T23:30:00Z"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (f"2026-10-06,{GROUP},A-1,late,1,1,,,,,,", "Week 1 of cycle 1 is on 2026-09-29 here."),
        (f"2026-10-06,{GROUP},A-1,late,x,1,,,,,,", "The cycle is a whole number from 1 to 9999"),
        (f"2027-10-06,{GROUP},A-1,late,9,1,,,,,,", "The session of 2027-10-06 is in the future."),
        (f"2026-10-06,A,A-1,late,1,1,{HOURS},,,,", "No kind of group is said: the new group A"),
        (f"2026-10-06,A,A-1,late,1,1,{HOURS},,,cats,", "There is no kind of group cats: the new"),
        (f"2026-10-06,,A-1,late,1,1,{HOURS},,,anger,", "No group is named."),
        (f"2026-10-06,A,A-1,late,1,1,{HOURS},,,anger,Mars", "There is no time zone called Mars."),
        ("2026-10-06,A,A-1,late,1,1,noon,,,,anger,", "noon is not a moment like"),
        ("2026-10-06,A,A-1,late,1,1,0001-10-06,,,,anger,", "The year must be between 1900"),
        (f"2026-10-09,A,A-1,late,1,1,{HOURS},,,anger,", "The session would begin on another day"),
        (
            f"2026-10-06,A,A-1,late,1,1,{HOURS.replace('23:30', '22:00')},,,anger,",
            "The session would end before it begins, or last longer than a day.",
        ),
        (
            f"2026-10-06,A,A-1,late,1,1,{HOURS},{HOURS[:20]},{HOURS[:20]},anger,",
            "The session ended",
        ),
    ],
)
def test_what_is_wrong_with_a_new_session_is_said(importer, row, said):
    assert problem(importer, "attendance", WIDE, row).startswith(said)


def test_a_person_twice_at_a_session_and_two_stories_of_one_stay_are_wrong(importer):
    twice = FILE + f"2026-10-06,{GROUP},A-1,excused,\n"
    said = "Line 3 has this person at this session already."
    assert bring(importer, "attendance", twice, dry=True)[2] == (4, "wrong", said)
    head = "date,group,code,mark,enrolled_on,end_reason,ended_on"
    two = f"""{head}
2026-10-06,{GROUP},N-1,late,2026-10-06,moved,2026-10-20
2026-10-13,{GROUP},N-1,late,2026-10-06,referred,2026-10-20
"""
    assert (
        bring(importer, "attendance", two, dry=True)[1][2] == "Line 2 says otherwise of this stay."
    )


def test_a_mark_where_nobody_was_expected_is_wrong(importer):
    third = db.session.scalars(select(GroupSession).where(GroupSession.week == 3)).one()
    third.cancelled_at = third.starts_at
    db.session.commit()
    head = "date,group,code,mark,session_state,enrolled_on,on_hold,status"
    text = f"""{head}
2026-10-13,{GROUP},A-1,present,cancelled,,,
2026-10-13,{GROUP},A-2,present,,,,
2026-10-06,{GROUP},N-1,present,,2026-10-06,2026-10-06/,on_hold
2026-09-29,{GROUP},N-1,present,,2026-10-06,2026-10-06/,on_hold
2026-10-13,{GROUP},A-2,,cancelled,,,
"""
    assert [line[2] for line in bring(importer, "attendance", text, dry=True)] == [
        "There is a mark, but the session was cancelled.",
        "This session is cancelled here.",
        "There is a mark, but the person was not in the group on that day.",
        "There is a mark, but the person was not in the group on that day.",
        "",
    ]


def test_two_sessions_on_one_date_want_cycle_and_week(importer):
    for row in db.session.scalars(select(GroupSession)):
        row.on_date = date(2026, 9, 29)
    db.session.commit()
    said = "Depression, Tuesday has two sessions on this date: say cycle and week."
    assert bring(importer, "attendance", FILE, dry=True)[0] == (2, "wrong", said)
    full = f"date,group,code,mark,week\n2026-09-29,{GROUP},A-1,late,2\n"
    assert bring(importer, "attendance", full, dry=True) == [(2, "new", "adds the mark")]
