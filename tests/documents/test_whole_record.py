"""The whole record: everything of the person, and not a trace of anybody else."""

import io
import json
import re
import zipfile
from hashlib import sha256

import pytest
from sqlalchemy import select

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.participants import Participant
from dashboard.models.trail import AuditLine, ExportLine, ReadingLine
from tests.documents.planted import OTHERS


def files(browser, planted):
    answer = browser.post(f"{planted.path}/record.zip")
    assert answer.status_code == 200
    archive = zipfile.ZipFile(io.BytesIO(answer.data))
    return answer, {name: archive.read(name).decode() for name in archive.namelist()}


def data_of(browser, planted):
    return json.loads(files(browser, planted)[1]["record.json"])


def test_no_name_of_anybody_else_is_in_any_file(ana, as_user, cast, planted):
    for browser in (ana, as_user(cast.lena.email)):
        answer, found = files(browser, planted)
        assert list(found) == ["record.html", "record.json"]
        whole = "\n".join([answer.headers["Content-Disposition"], *found.values()]).casefold()
        # By whole words: "coverage" is nobody's name.
        told = [name for name in OTHERS if re.search(rf"\b{re.escape(name.casefold())}\b", whole)]
        assert told == []
        for text in found.values():
            assert "[name left out]" in text
            assert "Named what helps at night" in text


def test_names_left_out_are_counted_and_the_persons_own_stays(ana, planted):
    _, found = files(ana, planted)
    data = json.loads(found["record.json"])
    assert data["names_left_out"] == found["record.json"].count("[name left out]")
    (signed,) = [each for each in data["sessions"] if each["progress_note"]["state"] == "signed"]
    note = signed["progress_note"]
    assert note["plan"] == (
        "Call [name left out]; ask [name left out] about [name left out]'s idea."
    )
    assert note["addenda"][0]["text"] == (
        "[name left out] rang, and [name left out]; Iris Holm did not. [name left out] was told."
    )


def test_group_notes_are_facts_and_drafts_are_only_said_to_exist(ana, planted):
    draft, signed = data_of(ana, planted)["sessions"]
    assert draft["progress_note"].keys() == {"state", "written_at"}
    assert draft["attendance"] is None
    facts = signed["group_session"]
    assert facts["number_present"] == 3
    assert len(facts["skills_taught"]) == 1
    assert [one["by"] for one in facts["group_note_signed"]] == ["Ana Ruiz"]
    assert "Taught and practiced one skill." not in str(signed)
    assert draft["group_session"]["homework_set"] == (
        "Practice in pairs: Iris with [name left out]."
    )


def test_it_holds_every_kind_of_entry(ana, planted):
    data = data_of(ana, planted)
    assert data["participant"]["birth_date"] == "1990-05-17"
    (stay,) = data["stays"]
    assert [step["status"] for step in stay["history"]] == ["active", "active"]
    assert stay["attendance"] == {"expected": 2, "attended": 1, "missed": 0, "not_recorded": 1}
    assert (data["assessments"][0]["measure"], data["assessments"][0]["score"]) == ("PHQ-9", 12)
    (check_in,) = data["check_ins"]
    assert (check_in["located_in"], check_in["answers"][0]["answer"]) == ("NY", 2)
    (curriculum,) = data["curricula"]
    assert curriculum["coverage"].startswith("1 of 4 modules begun, 1 of ")
    (flag,) = data["flags"]
    assert (flag["kind"], flag["acknowledged_by"]) == ("safety", "Ana Ruiz")
    assert flag["finding"] == "Came up when [name left out] left early. [name left out] wept."


def test_the_copy_is_written_down(app, cast, ana, planted):
    answer, _ = files(ana, planted)
    with app.app_context():
        line = db.session.scalars(select(ExportLine)).one()
        audit = db.session.scalars(select(AuditLine).where(AuditLine.action == "export")).one()
        reading = db.session.scalars(select(ReadingLine).order_by(ReadingLine.id.desc())).first()
    assert (line.user_id, line.what, line.rows) == (cast.ana.id, "whole record", 2)
    assert line.sha256 == sha256(answer.data).hexdigest()
    assert (audit.subject, audit.participant_id) == ("export_lines", planted.person_id)
    assert reading.participant_ids == [planted.person_id]


def test_it_says_what_it_covers(ana, as_user, cast, planted):
    assert data_of(ana, planted)["covers"].startswith("Groups of Ana Ruiz.")
    assert data_of(as_user(cast.lena.email), planted)["covers"].startswith("Every group")
    assert "The clinical lead can take out all of it." in ana.get(planted.path).text
    page = as_user(cast.lena.email).get(planted.path).text
    assert "can take out all of it" not in page


@pytest.mark.parametrize("file", ["record.zip", "assessments.json"])
def test_strangers_and_administrators_find_nothing(as_user, cast, planted, file):
    for user in (cast.cleo, cast.max):
        browser = as_user(user.email)
        assert browser.get(planted.path).status_code == 404
        assert browser.post(f"{planted.path}/{file}").status_code == 404


@pytest.mark.parametrize(
    "code", ["P-1\r\nX-Other: y", "\u0141 12", "../../\u202egpj.exe", "\U0001f984"]
)
def test_the_name_of_the_file_is_plain_whatever_the_code_holds(app, ana, planted, code):
    with app.app_context(), writing():
        db.session.get_one(Participant, planted.person_id).code = code
        db.session.commit()
    answer = ana.post(f"{planted.path}/record.zip")
    name = answer.headers["Content-Disposition"]
    assert re.fullmatch(r"attachment; filename=[A-Za-z0-9._-]+\.zip", name)
    assert "X-Other" not in answer.headers
