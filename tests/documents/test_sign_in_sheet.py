"""The sign-in sheet: who is expected, by first name and initial, and nothing else of anybody."""

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.participants import Enrollment, Participant
from tests.sessions.conftest import DURING, ana, meeting  # noqa: F401


def sheet(session_id):
    return f"/documents/sessions/{session_id}/sign-in"


def test_first_names_and_initials_and_no_more(ana, meeting):  # noqa: F811
    page = ana.get(sheet(meeting.session_id)).text
    for shown in ("Iris H.", "Omar R.", "Vera L.", "Tue 6 Oct 2026", "week 2 of 8"):
        assert shown in page
    for hidden in ("Holm", "Reyes", "Lindqvist", "Evening skills", "DBT"):
        assert hidden not in page


def test_two_of_one_name_are_told_apart(app, ana, meeting):  # noqa: F811
    with app.app_context(), writing():
        other = db.session.get_one(Participant, meeting.people[1])
        other.nickname, other.family_name = "Iris", "Harlow"
        db.session.commit()
    page = ana.get(sheet(meeting.session_id)).text
    assert "Iris Ha." in page
    assert "Iris Ho." in page


def test_who_joins_later_is_not_on_it_and_a_cancelled_session_says_so(app, ana, meeting):  # noqa: F811
    with app.app_context(), writing():
        stay = db.session.get_one(Enrollment, meeting.stays[2])
        stay.joined_on = None
        stay.status = "reserved"
        db.session.get_one(GroupSession, meeting.session_id).cancelled_at = DURING
        db.session.commit()
    page = ana.get(sheet(meeting.session_id)).text
    assert "Vera" not in page
    assert "This session is cancelled." in page


def test_it_is_not_for_strangers_or_administrators(as_user, cast, meeting):  # noqa: F811
    for user in (cast.cleo, cast.max):
        assert as_user(user.email).get(sheet(meeting.session_id)).status_code == 404
    assert as_user(cast.lena.email).get(sheet(meeting.session_id)).status_code == 200
    assert as_user(cast.lena.email).get(sheet(7_777)).status_code == 404


def test_it_is_linked_from_the_session_and_the_group(ana, meeting):  # noqa: F811
    link = f'href="{sheet(meeting.session_id)}"'
    assert link in ana.get(meeting.path).text
    assert link in ana.get(f"/groups/{meeting.group_id}").text
