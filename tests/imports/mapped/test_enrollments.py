"""Stays from a file: what is there stays as it is."""

import pytest
from sqlalchemy import select

from dashboard.clinical.words import EnrollmentStatus
from dashboard.extensions import db
from dashboard.models.groups import Group
from dashboard.models.participants import Enrollment
from tests.imports.mapped.bringing import bring, problem

GROUP = '"Depression, Tuesday"'
HEAD = "code,group,enrolled_on,ended_on,status,end_reason,on_hold,given_name,family_name"
FILE = f"""{HEAD}
A-1,{GROUP},2026-09-29,,,,,,
N-1,{GROUP},2026-10-06,,on hold,,2026-10-13/2026-10-20; 2026-11-03/,,
B-1,{GROUP},2026-09-29,2026-11-01,,moved,,Ana,Roth
B-1,{GROUP},2026-11-01,2026-11-24,,completed,,Ana,Roth
B-2,{GROUP},,,waitlisted,,,Ben,Stone
"""


def stays():
    rows = db.session.scalars(select(Enrollment).order_by(Enrollment.id))
    return [(row.status.value, row.seat_number, row.joined_on, row.ended_on) for row in rows]


def test_new_stays_are_added_with_their_changes(importer):
    assert bring(importer, "enrollments", FILE) == [
        (2, "unchanged", ""),
        (3, "new", "adds the stay"),
        (4, "new", "adds the participant, the stay"),
        (5, "new", "adds the stay"),
        (6, "new", "adds the participant, the stay"),
    ]
    assert [(status, seat) for status, seat, *_ in stays()[2:]] == [
        ("on_hold", 3),
        ("discharged", None),
        ("completed", None),
        ("waitlisted", None),
    ]
    assert {line[1] for line in bring(importer, "enrollments", FILE)} == {"unchanged"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("A-1,Nowhere,2026-09-29,,,,,,", "There is no group Nowhere."),
        ("A-1,,2026-09-29,,,,,,", "No group is named."),
        (f"X-1,{GROUP},2026-09-29,,,,,,", "Nobody has the code X-1: a new person needs both"),
        (f"A-1,{GROUP},,,,,,,", "A stay needs its first day, and who only waits has none."),
        (f"N-1,{GROUP},2027-09-29,,,,,,", "A stay cannot begin or end in the future."),
        (f"A-1,{GROUP},2026-09-29,2026-10-20,,,,,", "This stay stands otherwise here"),
        (f"A-1,{GROUP},2026-10-06,,,,,,", "Another stay of this person in this group"),
        (f"N-1,{GROUP},2026-10-06,,reserved,,,,", "A reserved seat cannot be imported"),
        (f"N-1,{GROUP},2026-10-06,,completed,,,,", "A stay that has ended needs its last day"),
        (f"N-1,{GROUP},2026-10-06,2026-10-05,,,,,", "The last day lies before the first."),
        (f"N-1,{GROUP},2026-10-06,,,moved,,,", "There is a reason for an end"),
        (f"N-1,{GROUP},2026-10-06,,active,,2026-10-13/,,", "Who is on hold needs a time on hold"),
        (f"N-1,{GROUP},2026-10-06,,,,2026-10-05/2026-10-13,,", "The times on hold are not in"),
        (f"N-1,{GROUP},2026-10-06,,,,2026-10-13,,", "2026-10-13 is no time on hold like"),
        (f"N-1,{GROUP},2026-10-06,,,,2026-10-13/2026-10-13,,", "2026-10-13/2026-10-13 is no time"),
        (f"N-1,{GROUP},2026-10-06,,gone,,,,", "gone is no status: it is one of reserved,"),
        (
            f"N-1,{GROUP},2026-10-06,2026-11-24,,,2026-10-08/; 2026-10-13/2026-10-20,,",
            "Only the last time on hold can go on.",
        ),
    ],
)
def test_what_is_wrong_is_said(importer, row, said):
    assert problem(importer, "enrollments", HEAD, row).startswith(said)


def test_the_same_stay_twice_and_somebody_elses_code(importer):
    twice = f"{HEAD}\nN-1,{GROUP},2026-10-06,,,,,,\nN-1,{GROUP},2026-10-06,,,,,,\n"
    assert bring(importer, "enrollments", twice, dry=True)[1][2] == "Line 2 has this stay already."
    other = f"{HEAD}\nB-1,{GROUP},2026-10-06,,,,,A,B\nB-1,{GROUP},2026-10-06,,,,,A,C\n"
    said = "An earlier line gives the code B-1 to somebody else."
    assert bring(importer, "enrollments", other, dry=True)[1][2] == said


def test_a_group_that_is_full_or_closed_takes_nobody(importer):
    group = db.session.scalars(select(Group)).one()
    group.capacity, group.minimum_size = 2, 1
    db.session.commit()
    row = f"{HEAD}\nN-1,{GROUP},2026-10-06,,,,,,\n"
    said = "Line 2: all 2 seats of Depression, Tuesday are taken."
    assert bring(importer, "enrollments", row, dry=True)[1] == (0, "wrong", said)
    group.closed_on = importer.as_of.date()
    db.session.commit()
    said = "Depression, Tuesday is closed; nobody can join it."
    assert bring(importer, "enrollments", row, dry=True)[0][2] == said


def test_names_that_are_others_here_are_left_as_they_are(importer):
    row = f"{HEAD}\nA-1,{GROUP},2026-09-29,,,,,Other,Name\n"
    assert bring(importer, "enrollments", row) == [(2, "unchanged", "")]
    assert stays()[0][0] == EnrollmentStatus.ACTIVE
