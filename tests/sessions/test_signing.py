"""One act signs all notes; signed words stay."""

import json
import re
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from dashboard.clinical.words import DischargeReason
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.notes import GroupNote, ProgressNote, Signature
from dashboard.models.participants import Enrollment
from dashboard.records.enrollments import leave
from dashboard.records.notes.signing import (
    is_as_signed,
)
from tests.sessions.conftest import DURING


def signatures(app):
    with app.app_context():
        return list(db.session.scalars(select(Signature)))


def test_all_notes_of_a_session_are_signed_in_one_act(app, ana, written):
    page = ana.get(f"{written.path}/sign").text
    assert "Still missing" not in page
    assert ana.post(f"{written.path}/sign").status_code == 303
    found = signatures(app)
    assert len(found) == 4
    with app.app_context():
        words = [json.loads(db.session.get_one(Signature, each.id).content) for each in found]
    assert {each["present"] for each in words} == {"3"}
    assert {(each["started"], each["stopped"]) for each in words} == {("18:00", "19:30")}
    assert {"signed_although"}.isdisjoint(words[0])
    assert "no note left to sign" in ana.post(f"{written.path}/sign").text


def test_signed_notes_refuse_changes_and_take_addenda(app, ana, save, written):
    ana.post(f"{written.path}/sign")
    refused = [
        save(ana, f"progress-note:{written.stays[0]}", "plan", "x"),
        save(ana, "group-note", "topic", "x"),
        save(ana, "group-session", "started_at", "18:30", "18:00"),
    ]
    assert {each["message"] for each in refused} == {
        "This note is signed. Add an addendum instead."
    }
    with app.app_context():
        note_id = db.session.scalars(select(GroupNote.id)).one()
    path = f"/notes/group/{note_id}"
    assert "Taught and practiced one skill." in ana.get(path).text
    assert "Write what is to be added" in ana.post(path, {"text": " "}).text
    assert ana.post(path, {"text": "Added on reflection."}).status_code == 303
    page = ana.get(path).text
    assert "Added on reflection." in page
    assert "no longer fit the hash" not in page


def test_the_database_itself_keeps_signed_words(app, ana, written):
    ana.post(f"{written.path}/sign")
    with app.app_context(), writing():
        note = db.session.scalars(select(ProgressNote)).first()
        note.plan = "Changed behind the page"
        with pytest.raises(IntegrityError, match="never changed"):
            db.session.flush()


def test_words_that_no_longer_fit_their_hash_are_told(app, ana, written, cast):
    with app.app_context():
        other = Signature(id=7, role="author", signer_id=cast.ana.id, sha256="0" * 64)
        other.content = "{}"
        assert not is_as_signed(other)


@pytest.mark.parametrize(
    ("field", "text", "found"),
    [
        ("response", "Omar helped her with the first step.", "<mark>Omar</mark>"),
        ("plan", "Meet O.R. before the group.", "<mark>O.R.</mark>"),
    ],
)
def test_names_of_others_are_marked_where_they_stand(ana, save, written, field, text, found):
    target = f"progress-note:{written.stays[0]}"
    before = ana.get(f"{written.path}/entries").json["values"][f"{target}.{field}"]
    save(ana, target, field, text, before)
    page = ana.get(f"{written.path}/sign").text
    assert found in page
    assert f'href="{written.path}#{target}.{field}">Go to it</a>' in page
    assert "Another participant&#39;s name in Iris H." in page


def test_a_name_in_the_group_note_is_marked(ana, save, written):
    save(ana, "group-note", "themes", "Vera led the exercise.")
    assert "<mark>Vera</mark>" in ana.get(f"{written.path}/sign").text


def test_notes_alike_stand_side_by_side_with_their_percentage(ana, save, written):
    same = "Took part in the exercise and named one thing that went well."
    values = ana.get(f"{written.path}/entries").json["values"]
    for stay in written.stays[:2]:
        target = f"progress-note:{stay}"
        save(ana, target, "response", same, values[f"{target}.response"])
    page = ana.get(f"{written.path}/sign").text
    assert "Two notes are alike to 100%" in page


def test_what_was_found_can_be_overridden_with_a_reason_that_is_kept(app, ana, save, written):
    save(ana, "group-session", "ended_at", "", "19:30")
    refused = ana.post(f"{written.path}/sign", {"reason": " "}).text
    assert "Say why you sign" in refused
    assert "When the session stopped is missing." in refused
    ana.post(f"{written.path}/sign", {"reason": "The line broke off"})
    with app.app_context():
        words = json.loads(db.session.scalars(select(Signature)).first().content)
    assert (words["found"], words["signed_although"]) == ("1 missing", "The line broke off")


def test_what_is_missing_says_where_it_is_mended(ana, meeting):
    lacking = ana.get(f"{meeting.path}/entries").json["lacking"]
    places = [(each["target"], each["field"]) for each in lacking]
    assert places[:2] == [("group-session", "started_at"), ("group-session", "ended_at")]
    assert (f"attendance:{meeting.stays[0]}", "mark") in places
    assert ("group-note", "interventions") in places


def test_a_missing_response_leads_to_its_note_and_nobody_present_to_the_roster(ana, save, meeting):
    for stay in meeting.stays:
        save(ana, f"attendance:{stay}", "mark", "no_show")
    lacking = ana.get(f"{meeting.path}/entries").json["lacking"]
    nobody = {"text": "Nobody is marked as present.", "short": "Nobody present"}
    assert {**nobody, "target": None, "field": None} in lacking
    save(ana, f"attendance:{meeting.stays[0]}", "mark", "present", "no_show")
    lacking = ana.get(f"{meeting.path}/entries").json["lacking"]
    assert (f"progress-note:{meeting.stays[0]}", "response") in [
        (each["target"], each["field"]) for each in lacking
    ]


def test_a_session_that_has_not_begun_is_not_signed(app, ana, written):
    with app.app_context():
        later = db.session.scalars(select(GroupSession.id).where(GroupSession.week == 4)).one()
    assert "on a later day" in ana.post(f"/sessions/{later}/sign", {"reason": "x"}).text


def test_without_a_note_there_is_nothing_to_sign(ana, meeting):
    assert "no note left" in ana.post(f"{meeting.path}/sign", {"reason": "x"}).text


def test_what_was_changed_since_the_check_is_read_before_it_is_signed(app, ana, save, written):
    page = ana.get(f"{written.path}/sign").text
    seen = re.search(r'name="seen" value="(\w+)"', page)[1]
    save(ana, "group-note", "themes", "Sleep and how it comes back.")
    refused = ana.post(f"{written.path}/sign", {"seen": seen}).text
    assert "Something was changed since you read this." in refused
    assert "Sleep and how it comes back." in refused
    assert signatures(app) == []
    seen = re.search(r'name="seen" value="(\w+)"', refused)[1]
    assert ana.post(f"{written.path}/sign", {"seen": seen}).status_code == 303
    assert len(signatures(app)) == 4


def test_a_signed_note_says_how_the_person_attended_and_what_was_chosen(app, ana, save, written):
    target = f"attendance:{written.stays[0]}"
    save(ana, target, "mark", "late", "present")
    save(ana, target, "minutes_attended", "75")
    save(ana, f"progress-note:{written.stays[0]}", "risk", "none_voiced")
    ana.post(f"{written.path}/sign")
    with app.app_context():
        query = select(ProgressNote.id).where(ProgressNote.enrollment_id == written.stays[0])
        page = ana.get(f"/notes/progress/{db.session.scalars(query).one()}").text
    assert "late, 75 minutes" in page
    assert "None voiced" in page


def test_the_name_of_somebody_who_left_the_group_is_marked_too(app, ana, save, meeting, cast):
    target = f"progress-note:{meeting.stays[0]}"
    save(ana, target, "response", "Misses Vera, who always asked first.")
    with app.app_context(), writing():
        stay = db.session.get_one(Enrollment, meeting.stays[2])
        db.session.refresh(stay, ["participant", "group"])
        told = {"on": date(2026, 10, 5), "by": cast.ana.id, "at": DURING, "remark": ""}
        leave(stay, DischargeReason.MOVED, **told)
        db.session.commit()
    page = ana.get(f"{meeting.path}/sign").text
    assert "Vera L." not in re.findall(r"<h2[^>]*>([^<]+)</h2>", page)
    assert "<mark>Vera</mark>" in page
