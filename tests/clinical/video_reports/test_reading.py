"""Whole files of the three platforms, in four languages, and files that are something else."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clinical.video_reports import Problem, Report, Visit, read_report
from dashboard.clinical.video_reports.reading import (
    MOST_PEOPLE,
    NO_HEADER,
    NO_PEOPLE,
    OTHER_DAY,
    OTHER_ZONE,
    SHIFTED,
    TOO_MANY,
)
from tests.clinical.video_reports.evening import EVENING, after

ZOOM = """Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants
812 3456,Skills,11/24/2026 05:50:00 PM,11/24/2026 07:31:00 PM,ana@practice.example,101,4

Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room
Rosa Lind,rosa@example.org,11/24/2026 06:00:00 PM,11/24/2026 06:40:00 PM,40,Yes,No
Rosa Lind,rosa@example.org,11/24/2026 05:55:00 PM,11/24/2026 06:00:00 PM,5,Yes,Yes
Izzy Vané,,11/24/2026 06:20:00 PM,11/24/2026 07:30:00 PM,70,Yes,No
"""
ZOOM_UNIQUE = "Name (Original Name),User Email,Total Duration (Minutes),Guest\nRosa Lind,,85,Yes\n"
TEAMS = """1. Summary
Meeting title\tSkills
Attended participants\t2

2. Participants
Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole
Rosa Lind\t11/24/26, 6:00:00 PM\t11/24/26, 7:28:00 PM\t1h 27m 51s\trosa@example.org\t\tPresenter
{gap}3. In-Meeting Activities
Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole
Rosa Lind\t11/24/26, 6:00:00 PM\t11/24/26, 7:28:00 PM\t1h 27m 51s\trosa@example.org\tPresenter
"""
MEET = """First name,Last name,Email,Duration,Time joined,Time exited
Rosa,Lind,rosa@example.org,1 hr 2 min,6:05 PM,7:07 PM
Idris,,,58 min,6:20 PM,7:18 PM
"""
ROSA = "Rosa Lind", "rosa@example.org"
TEAMS_ROSA = (Visit(7, *ROSA, after(0), after(88), 5271),)
FILES = {
    "Zoom": (
        ZOOM,
        (
            Visit(5, *ROSA, after(0), after(40), 2400),
            Visit(7, "Izzy Vané", "", after(20), after(90), 4200),
        ),
    ),
    "Zoom, each person once": (ZOOM_UNIQUE, (Visit(2, "Rosa Lind", "", None, None, 5100),)),
    "Teams": (TEAMS.format(gap="\n"), TEAMS_ROSA),
    "Teams without a gap": (TEAMS.format(gap=""), TEAMS_ROSA),
    "Meet": (
        MEET,
        (
            Visit(2, *ROSA, after(5), after(67), 3720),
            Visit(3, "Idris", "", after(20), after(78), 3480),
        ),
    ),
}


@pytest.mark.parametrize("platform", FILES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_files_of_the_platforms_are_read(platform, encoding):
    text, visits = FILES[platform]
    assert read_report(text.encode(encoding), EVENING) == Report(visits, ())


LANGUAGES = [
    "Name;Erster Beitritt;Letztes Verlassen;Besprechungsdauer;E-Mail\n"
    "Rosa Lind;24.11.2026, 18:05:00;24.11.2026, 19:30:00;1 Std. 25 Min.;rosa@example.org",
    "Nombre,Primera unión,Última salida,Duración de la reunión,Correo electrónico\n"
    'Rosa Lind,"24/11/2026, 18:05:00","24/11/2026, 19:30:00",1 h 25 min,rosa@example.org',
    "Prénom;Nom de famille;Adresse e-mail;Durée;Heure d’arrivée;Heure de départ\n"
    "Rosa;Lind;rosa@example.org;1 h 25 min;18:05;19:30",
    "NAME,JOIN TIME,LEAVE TIME,DURATION (minutes),user email,Gast?\n"
    "Rosa Lind,2026-11-24T23:05:00Z,2026-11-25T00:30:00Z,85,rosa@example.org,x",
]


@pytest.mark.parametrize("text", LANGUAGES)
def test_other_languages_and_capitals_are_read(text):
    visits = (Visit(2, *ROSA, after(5), after(90), 5100),)
    assert read_report(text.encode("cp1252"), EVENING) == Report(visits, ())


REFUSED = [
    (b"", "The file is empty."),
    (b"Hello\nworld", NO_HEADER),
    (b"Full Name\tUser Action\tTimestamp\nRosa\tJoined\t6 PM", NO_HEADER),
    (b"Email,Duration\nrosa@example.org,5 min", NO_HEADER),
    (b"Name,Duration\n\nRosa,5 min", NO_PEOPLE),
]


@pytest.mark.parametrize(("data", "message"), REFUSED)
def test_a_file_that_is_something_else_is_one_clear_word(data, message):
    assert read_report(data, EVENING) == Report((), (Problem(message),))


def test_what_is_not_understood_has_its_line():
    text = (
        "Name,Duration,In Waiting Room\nRosa,ages,No\n,5 min,No\nIdris,5 min,Perhaps\nMaya,5 min\n"
    )
    assert read_report(text.encode(), EVENING) == Report(
        (Visit(2, "Rosa", ""), Visit(5, "Maya", "", None, None, 300)),
        (
            Problem("The duration 'ages' was not understood.", 2),
            Problem("The row has no name and no e-mail address.", 3),
            Problem(
                "Whether this was the waiting room was not understood: the row is left out.", 4
            ),
        ),
    )


def meet(joined, left):
    row = f"Name,Duration,Time joined,Time exited\nRosa,30 min,{joined},{left}\n"
    return read_report(row.encode(), EVENING)


def test_times_of_another_zone_are_not_used():
    found = meet("3:00 PM", "3:30 PM")
    assert found == Report((Visit(2, "Rosa", "", None, None, 1800),), (Problem(OTHER_ZONE),))


SHIFTS = [
    ("5:35 PM", "7:05 PM", True),
    ("5:36 PM", "7:05 PM", False),
    ("5:35 PM", "7:06 PM", False),
    ("6:25 PM", "7:55 PM", True),
    ("6:24 PM", "7:55 PM", False),
    ("6:25 PM", "7:54 PM", False),
    ("5:30 PM", "8:00 PM", False),
]


@pytest.mark.parametrize(("joined", "left", "doubted"), SHIFTS)
def test_a_meeting_that_is_shifted_is_doubted(joined, left, doubted):
    assert meet(joined, left).problems == ((Problem(SHIFTED),) if doubted else ())


@settings(max_examples=60)
@given(
    st.text(st.sampled_from('Name,Duration\n;\t"19:0 mh/.apPM'), max_size=60),
    st.binary(max_size=40),
)
def test_nothing_is_ever_raised(text, noise):
    head = b"Name,Duration,Join Time,Leave Time\n"
    for data in (noise, text.encode(), head + text.encode(), head + noise):
        report = read_report(data, EVENING)
        assert report.visits or report.problems
        assert all(one == replace(one) for one in report.visits)


@pytest.mark.parametrize(("more", "read"), [(0, MOST_PEOPLE), (1, 0)])
def test_a_list_of_more_people_than_any_session_has_is_not_matched(more, read):
    names = [f"Person {number},,85,Yes\n" for number in range(MOST_PEOPLE + more)]
    text = "Name (Original Name),User Email,Total Duration (Minutes),Guest\n" + "".join(names)
    report = read_report(text.encode(), EVENING)
    assert len(report.visits) == read
    assert report.problems == ((Problem(TOO_MANY),) if more else ())


def test_people_who_come_and_go_often_are_few_all_the_same():
    row = "Rosa Lind,,1,Yes\n"
    text = "Name (Original Name),User Email,Total Duration (Minutes),Guest\n" + row * 1_000
    assert len(read_report(text.encode(), EVENING).visits) == 1_000


LAST_WEEK = "Rosa Lind,11/17/2026 06:00:00 PM,11/17/2026 07:30:00 PM,90"
TONIGHT = "Rosa Lind,11/24/2026 06:00:00 PM,11/24/2026 06:30:00 PM,30"


def test_a_report_of_another_day_says_nothing_of_this_session():
    head = "Name,Join Time,Leave Time,Duration (Minutes)"
    whole = read_report(f"{head}\n{LAST_WEEK}\n".encode(), EVENING)
    assert whole == Report((), (Problem(OTHER_DAY),))
    mixed = read_report(f"{head}\n{LAST_WEEK}\n{TONIGHT}\n".encode(), EVENING)
    visits = (Visit(3, "Rosa Lind", "", after(0), after(30), 1800),)
    said = "'11/17/2026 06:00:00 PM' is not of the day of this session. The row is left out."
    assert mixed == Report(visits, (Problem(said, 2),))


def test_a_column_that_is_not_understood_is_said():
    text = "Name,Duration (Minutes),Guest,Sala d’attesa\nRosa Lind,85,Yes,No\n"
    assert read_report(text.encode(), EVENING).problems == (
        Problem("The column “Sala d’attesa” was not understood and is left out.", 1),
    )
