"""The queue of notes: sessions to sign, whose they are, and who is overdue."""

from datetime import timedelta

from dashboard.caseload.note_queue import unsigned_sessions
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.group_sessions import Substitute
from dashboard.models.groups import Group
from tests.cast import viewer_of
from tests.factories import make_enrollment
from tests.sessions.conftest import STARTS

ENDS = STARTS + timedelta(minutes=90)


def test_sessions_to_sign_are_those_one_keeps(app, as_user, cast, ana, written):
    assert "Evening skills, week 1" in ana.get("/notes/").text
    assert "Evening skills, week 1" in as_user(cast.lena.email).get("/notes/").text
    assert "Evening skills" not in as_user(cast.cleo.email).get("/notes/").text


def test_the_lead_sees_who_is_overdue_with_a_session(app, as_user, cast, ana, written):
    app.config["NOW"] = lambda: ENDS + timedelta(hours=6)  # half past one in the night
    assert "1 day ago" in row_of(as_user(cast.lena.email).get("/notes/").text, "week 2")
    app.config["NOW"] = lambda: ENDS + timedelta(hours=72)
    lena = as_user(cast.lena.email)
    waiting = row_of(lena.get("/notes/").text, "week 2")
    assert "Overdue" not in waiting
    app.config["NOW"] = lambda: ENDS + timedelta(hours=72, seconds=1)
    waiting = row_of(lena.get("/notes/").text, "week 2")
    assert "Overdue" in waiting
    assert "3 days ago · Ana Ruiz, Ben Okafor" in waiting
    assert "Overdue" in lena.get("/").text
    assert "Overdue" in as_user(cast.ana.email).get("/").text


def row_of(page, words):
    """The line of a list that holds some words."""
    return next(line for line in page.split("<li>") if words in line)


def test_a_note_written_after_the_session_was_signed_waits_too(app, ana, save, written, cast):
    ana.post(f"{written.path}/sign")
    with app.app_context():
        viewer = viewer_of(cast.ana, ENDS)
        assert [each.group_session.week for each in unsigned_sessions(viewer, 72)] == [1]
        with writing():
            stay = make_enrollment(db.session.get_one(Group, written.group_id))
            stay_id = stay.id
            db.session.commit()
    assert save(ana, f"progress-note:{stay_id}", "response", "Came late.")["status"] == "saved"
    with app.app_context():
        assert [each.group_session.week for each in unsigned_sessions(viewer, 72)] == [1, 2]


def test_who_stood_in_has_the_session_to_sign(app, as_user, cast, ana, written):
    with app.app_context(), writing():
        db.session.add(Substitute(group_session_id=written.session_id, user_id=cast.cleo.id))
        db.session.commit()
    app.config["NOW"] = lambda: ENDS
    cleo = as_user(cast.cleo.email)
    assert "Cleo Marchetti" in row_of(cleo.get("/notes/").text, "week 2")
    assert "week 1" not in cleo.get("/notes/").text
