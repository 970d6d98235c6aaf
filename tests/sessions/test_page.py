"""What stands on a session's page: scores, badges, notes, and the sign-in that goes on in place."""

import re

import pytest

from dashboard.caseload.reach import find_group_session
from dashboard.caseload.session_page import (
    NoteState,
    present_by_week,
    session_notes,
    session_roster,
    session_skills,
)
from dashboard.clinical.outcomes.intervals import Proportion
from dashboard.clinical.words import EnrollmentStatus, FlagKind, Mark
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.curricula import PlannedSkill, Skill, TaughtSkill
from dashboard.models.group_sessions import GroupSession
from dashboard.models.participants import Enrollment, EnrollmentChange
from dashboard.models.trail import ExportLine
from dashboard.records.flags import raise_flag
from dashboard.sessions.presenters import score_words
from tests.cast import viewer_of
from tests.factories import PASSWORD, mark, score
from tests.sessions.conftest import DURING, STARTS

DEVICE_KEY = re.compile('data-device-key="([^"]{44})"')

ON = STARTS.date()


@pytest.fixture
def told(app, cast, meeting):
    """Iris got worse, Omar got better, Vera has an old score; Iris missed last time."""
    with app.app_context(), writing():
        earlier = db.session.get_one(GroupSession, meeting.earlier_id)
        for place, (before, now) in enumerate([(1.0, 2.0), (2.0, 1.5), (1.0, None)]):
            person = meeting.people[place]
            score(person, "bsl23", earlier.on_date, before)
            if now is not None:
                score(person, "bsl23", ON, now)
        marks = (Mark.NO_SHOW, Mark.PRESENT)
        for stay_id, word in zip(meeting.stays, marks, strict=False):
            mark(db.session.get_one(Enrollment, stay_id), earlier, word)
        raise_flag(FlagKind.SAFETY, "x", at=DURING, participant_id=meeting.people[0])
        skill = PlannedSkill(group_session_id=meeting.session_id, skill_id=meeting.skill_id)
        db.session.add(skill)
        db.session.commit()
    return viewer_of(cast.ana, DURING)


def test_the_roster_says_who_needs_a_look(app, told, meeting):
    with app.app_context():
        roster = session_roster(told, find_group_session(told, meeting.session_id))
        iris, omar, vera = roster.rows
        assert (iris.missed_last, omar.missed_last, vera.missed_last) == (True, False, False)
        assert (iris.is_first, omar.is_first, vera.is_first) == (True, False, True)
        assert [row.has_safety_flag for row in roster.rows] == [True, False, False]
        assert (iris.score.today, iris.score.better) == (2.0, -1.0)
        assert (vera.score.today, vera.score.values) == (None, (1.0,))
        words = [score_words(row, roster.measure) for row in roster.rows]
    said = [(each.value, each.change, each.way, each.rising) for each in words]
    assert said == [
        ("2", "1", "worse", True),
        ("1.5", "0.5", "better", False),
        ("–", "not answered", "", False),
    ]
    assert words[0].label == "BSL-23: 1, 2"


def test_a_first_score_has_no_change_and_no_score_no_line(app, cast, meeting):
    with app.app_context(), writing():
        score(meeting.people[0], "bsl23", ON, 1.0)
        viewer = viewer_of(cast.ana, DURING)
        roster = session_roster(viewer, find_group_session(viewer, meeting.session_id))
        first, none, _ = (score_words(row, roster.measure) for row in roster.rows)
        db.session.rollback()
    assert (first.value, first.change, first.way) == ("1", "first", "")
    assert (none.line, none.label) == (None, "BSL-23: no score yet")


def test_presence_by_week_leaves_out_the_weeks_ahead(app, told, meeting):
    with app.app_context():
        weeks = present_by_week(told, find_group_session(told, meeting.session_id))
    assert [(each.week, each.present) for each in weeks] == [(1, Proportion(1, 3)), (2, None)]


def test_the_page_shows_badges_and_planned_skills_first(app, told, ana, meeting):
    page = ana.get(meeting.path).text
    assert page.count("Risk answer · open") == 1
    assert page.count("Missed last time") == 1
    with app.app_context():
        modules = session_skills(told, find_group_session(told, meeting.session_id))
        assert [skill.id for skill in modules[0].in_front] == [meeting.skill_id]
        assert meeting.skill_id not in [skill.id for skill in modules[0].behind]


def test_somebody_who_has_left_keeps_the_row_of_what_is_recorded(app, ana, save, meeting):

    save(ana, f"attendance:{meeting.stays[0]}", "mark", "present")
    with app.app_context(), writing():
        db.session.add(
            EnrollmentChange(
                enrollment_id=meeting.stays[0],
                status=EnrollmentStatus.ON_HOLD,
                on_date=ON,
                at=DURING,
            )
        )
        db.session.commit()
    page = ana.get(meeting.path).text
    assert page.count("Not in the group on this day") == 1
    assert "0 of 2 present" in page


def test_the_states_of_notes_before_anything_is_signed(app, ana, save, cast, meeting):
    save(ana, "group-note", "topic", "Sleep")
    viewer = viewer_of(cast.ana, DURING)
    with app.app_context():
        notes = session_notes(viewer, find_group_session(viewer, meeting.session_id))
        assert notes.state(notes.group) is NoteState.DRAFT
        assert notes.state(None) is NoteState.EMPTY
        assert not notes.is_signed
        assert "This note is a draft" in ana.get(f"/notes/group/{notes.group.id}").text


def test_an_ended_sign_in_goes_on_in_place(app, browser, cast, ana, meeting):
    key = DEVICE_KEY.search(ana.get(meeting.path).text)[1]
    assert key == DEVICE_KEY.search(ana.get(meeting.path).text)[1]
    ana.post("/sign-out")
    script = {"Accept": "application/json"}
    for path in (f"{meeting.path}/entries", "/sign-in-again/now"):
        assert ana.get(path, headers=script).status_code == 401
    assert list(ana.get("/sign-in-again").json) == ["csrf_token"]
    wrong = ana.post("/sign-in-again", json={"email": cast.ana.email, "password": "no"})
    assert (wrong.status_code, "do not fit" in wrong.json["message"]) == (403, True)
    assert ana.post("/sign-in-again", json=[]).status_code == 403
    again = ana.post("/sign-in-again", json={"email": cast.ana.email, "password": PASSWORD})
    assert again.status_code == 200
    assert ana.get("/sign-in-again/now").json["email"] == cast.ana.email
    assert ana.get("/sign-in-again/now").json["device_key"] == again.json["device_key"]
    assert DEVICE_KEY.search(ana.get(meeting.path).text)[1] == again.json["device_key"] != key


def test_the_use_of_a_skill_taught_last_time_is_asked_and_shown_on_the_persons_page(
    app, ana, save, meeting
):
    with app.app_context(), writing():
        taught = TaughtSkill(group_session_id=meeting.earlier_id, skill_id=meeting.skill_id)
        db.session.add(taught)
        name = db.session.get_one(Skill, meeting.skill_id).name
        db.session.commit()
    assert ana.get(meeting.path).text.count(f"{name}, 0 to 7") == len(meeting.stays)
    target = f"practice:{meeting.stays[0]}"
    assert save(ana, target, str(meeting.skill_id), "8")["status"] == "refused"
    assert save(ana, target, str(meeting.skill_id), "6")["status"] == "saved"
    values = ana.get(f"{meeting.path}/entries").json["values"]
    rated = {name: value for name, value in values.items() if name.startswith("practice:")}
    empty = {f"practice:{stay}.{meeting.skill_id}": "" for stay in meeting.stays[1:]}
    assert rated == {f"{target}.{meeting.skill_id}": "6", **empty}
    page = ana.get(f"/curriculum/participants/{meeting.people[0]}").text
    assert re.search(rf"{name}.*?<td[^>]*>\s*6\b", page, re.DOTALL)


def test_the_chart_of_attendance_can_be_taken_and_is_written_down(app, cast, as_user, meeting):
    ana = as_user(cast.ana.email)
    path = f"{meeting.path}/attendance-weeks.csv"
    assert f'<form method="post" action="{path}"' in ana.get(meeting.path).text
    assert ana.post(path).text.lstrip("\ufeff").startswith("Week,")
    assert as_user(cast.cleo.email).post(path).status_code == 404
    with app.app_context():
        kept = db.session.query(ExportLine.user_id, ExportLine.filters).one()
    assert tuple(kept) == (cast.ana.id, {"session": meeting.session_id})
