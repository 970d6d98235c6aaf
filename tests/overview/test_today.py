"""Today: each reason to look at somebody holds exactly when its cause is there."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dashboard.caseload.today import Reason, meetings_ahead, todays_meetings
from dashboard.checkins.actions import invite
from dashboard.clinical.words import FlagKind, Homework, Mark
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.group_sessions import Attendance, GroupSession, Substitute
from dashboard.models.groups import Practice
from dashboard.models.participants import Enrollment
from dashboard.overview.presenters import greeting, in_words
from dashboard.records.flags import raise_flag
from tests.cast import viewer_of
from tests.factories import mark, score
from tests.sessions.conftest import STARTS, meeting  # noqa: F401

BEFORE = STARTS - timedelta(hours=2)
LATER = STARTS + timedelta(weeks=4) - timedelta(hours=2)  # week 6
NEXT_DAY = STARTS + timedelta(days=1)


def reasons(app, viewer):
    with app.app_context():
        return [
            (person.row.stay.participant.given_name, person.reasons)
            for each in todays_meetings(viewer)
            for person in each.needing
        ]


@pytest.fixture
def attended(app, cast, meeting):  # noqa: F811
    """Everybody came to week 1; nothing else is recorded."""
    with app.app_context(), writing():
        first = db.session.get_one(GroupSession, meeting.earlier_id)
        for stay_id in meeting.stays:
            mark(db.session.get_one(Enrollment, stay_id), first, Mark.PRESENT)
        db.session.commit()
    return meeting


def change_first(app, meeting, **fields):  # noqa: F811
    with app.app_context(), writing():
        row = db.session.query(Attendance).filter_by(enrollment_id=meeting.stays[0]).one()
        for name, value in fields.items():
            setattr(row, name, value)
        db.session.commit()


def test_nobody_needs_a_look_where_everything_is_well(app, cast, attended):
    assert reasons(app, viewer_of(cast.ana, BEFORE)) == []


def test_somebody_new_is_named(app, cast, meeting):  # noqa: F811
    found = reasons(app, viewer_of(cast.ana, BEFORE))
    assert found == [(name, (Reason.FIRST,)) for name in ("Iris", "Omar", "Vera")]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        (Mark.NO_SHOW, (Reason.MISSED_LAST, Reason.FIRST)),
        (Mark.LATE, None),
        (None, (Reason.FIRST,)),
    ],
)
def test_who_missed_last_time(app, cast, attended, word, expected):
    change_first(app, attended, mark=word, minutes_attended=None)
    found = reasons(app, viewer_of(cast.ana, BEFORE))
    assert found == ([] if expected is None else [("Iris", expected)])


@pytest.mark.parametrize(
    ("word", "owes"), [(Homework.NOT_DONE, True), (Homework.PARTLY, True), (Homework.DONE, False)]
)
def test_who_owes_homework(app, cast, attended, word, owes):
    change_first(app, attended, homework=word)
    found = reasons(app, viewer_of(cast.ana, BEFORE))
    assert found == ([("Iris", (Reason.HOMEWORK,))] if owes else [])


def test_an_open_risk_answer_comes_first(app, cast, attended):
    change_first(app, attended, homework=Homework.NOT_DONE)
    with app.app_context(), writing():
        raise_flag(FlagKind.SAFETY, "x", at=BEFORE, participant_id=attended.people[2])
        db.session.commit()
    found = reasons(app, viewer_of(cast.ana, BEFORE))
    assert found == [("Vera", (Reason.RISK,)), ("Iris", (Reason.HOMEWORK,))]


@pytest.mark.parametrize(
    ("scores", "expected"),
    [((1.0, 3.5), Reason.WORSE), ((3.0, 3.0), Reason.NOT_ON_TRACK), ((3.5, 0.5), None)],
)
def test_who_is_worse_or_not_on_track(app, cast, attended, scores, expected):
    with app.app_context(), writing():
        for weeks, value in zip((-1, 4), scores, strict=True):
            on = STARTS.date() + timedelta(weeks=weeks)
            score(attended.people[1], "bsl23", on, value)
        db.session.commit()
    found = dict(reasons(app, viewer_of(cast.ana, LATER)))
    assert found.get("Omar", ()) == (() if expected is None else (expected,))


def test_who_has_not_checked_in(app, cast, attended):
    viewer = viewer_of(cast.ana, BEFORE)
    with app.app_context(), writing():
        invite(viewer, attended.session_id)
    found = reasons(app, viewer)
    assert found == [(name, (Reason.NO_CHECK_IN,)) for name in ("Iris", "Omar", "Vera")]


def test_the_page_of_a_day_without_a_session_says_what_comes_next(app, as_user, cast, meeting):  # noqa: F811
    app.config["NOW"] = lambda: NEXT_DAY
    page = as_user(cast.ana.email).get("/").text
    assert "No session today" in page
    assert "Next: Evening skills, Tue 13 Oct, 6:00 pm ET." in page
    assert "Nothing is planned" in as_user(cast.cleo.email).get("/").text
    with app.app_context():
        ahead = meetings_ahead(viewer_of(cast.ana, NEXT_DAY))
    assert [each.week for each in ahead] == [3]


def test_the_page_shows_sessions_people_and_what_is_to_sign(app, as_user, cast, meeting):  # noqa: F811
    page = as_user(cast.ana.email).get("/").text
    assert "one session today" in page
    assert "6:00 pm ET · Evening skills" in page
    assert "Iris H." in page
    assert "Sign:" in page
    assert "no check-in sent yet" in page
    with app.app_context(), writing():
        invite(viewer_of(cast.ana, BEFORE), meeting.session_id)
    assert "0 of 3 checked in" in as_user(cast.ana.email).get("/").text


def test_a_substitute_sees_the_session_of_today(app, as_user, cast, meeting):  # noqa: F811
    with app.app_context(), writing():
        db.session.add(Substitute(group_session_id=meeting.session_id, user_id=cast.cleo.id))
        db.session.commit()
    page = as_user(cast.cleo.email).get("/").text
    assert "you stand in" in page
    assert "Evening skills" in page


def test_an_administrator_sees_sessions_and_seats_and_nobody(app, as_user, cast, meeting):  # noqa: F811
    page = as_user(cast.max.email).get("/").text
    assert "Evening skills" in page
    assert "3 of 10" in page
    for hidden in ("Iris", "To finish", "First session", "checked in"):
        assert hidden not in page


def test_a_risk_answer_stands_on_top_until_it_is_closed(app, as_user, cast, meeting):  # noqa: F811
    with app.app_context(), writing():
        raise_flag(FlagKind.SAFETY, "x", at=BEFORE, participant_id=meeting.people[0])
        raise_flag(FlagKind.MISSES, "y", at=BEFORE, participant_id=meeting.people[0])
        db.session.commit()
    page = as_user(cast.ana.email).get("/").text
    assert "one thing cannot wait" in page
    assert "Waits too long" in page
    assert "Open flags" in page


@pytest.mark.parametrize(
    ("hour", "words"), [(11, "Good morning"), (12, "Good afternoon"), (17, "Good evening")]
)
def test_the_greeting_goes_by_the_clock_on_the_wall(app, cast, hour, words):
    at = STARTS.replace(hour=hour) + timedelta(hours=4)
    assert greeting(viewer_of(cast.ana, at), ZoneInfo("America/New_York")) == f"{words}, Ana"


def test_the_greeting_and_the_date_are_those_of_the_practice(app, as_user, cast):
    with app.app_context(), writing():
        db.session.get_one(Practice, 1).time_zone = "America/Los_Angeles"
        db.session.commit()
    app.config["NOW"] = lambda: datetime(2026, 10, 7, 4, 30, tzinfo=UTC)
    page = as_user(cast.ana.email).get("/").text
    assert "Good evening, Ana" in page
    assert "Tue 6 Oct · no sessions today" in page


def test_numbers_are_said():
    assert in_words(1, "session", "sessions") == "one session"
    assert in_words(12, "session", "sessions") == "12 sessions"
