"""What leaves the practice about one person: whole, valid, and without a trace of anybody else."""

import io
import json
import zipfile
from datetime import date

import pytest
from fhir.resources.R4B.bundle import Bundle
from sqlalchemy import select

from dashboard.clinical.words import FlagKind
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.notes import PsychotherapyNote
from dashboard.models.participants import Participant
from dashboard.models.trail import ExportLine
from dashboard.records.flags import raise_flag
from tests.factories import score
from tests.sessions.conftest import DURING, ana, meeting, save, written

__all__ = ["ana", "meeting", "save", "written"]
OTHERS = ("Omar", "Reyes", "Vera", "Lindqvist", "Birdie")


@pytest.fixture
def planted(app, cast, ana, save, written):
    """Iris's record with the names of the others wherever a hand could put them."""
    iris = written.stays[0]
    save(ana, f"progress-note:{iris}", "plan", "Call Omar Reyes; ask Birdie about Vera's idea.")
    save(ana, "group-note", "topic", "Vera Lindqvist spoke of her week with Omar.")
    with app.app_context(), writing():
        db.session.get_one(Participant, written.people[2]).nickname = "Birdie"
        person = db.session.get_one(Participant, written.people[0])
        person.birth_date, person.emergency_contact = "1990-05-17", "Omar Reyes, 555 0100"
        score(person.id, "phq9", date(2026, 10, 5), 12)
        flag = raise_flag(FlagKind.SAFETY, "x", at=DURING, participant_id=person.id)
        flag.finding = "Came up when Vera left early."
        note = PsychotherapyNote(
            author_id=cast.ana.id,
            participant_id=person.id,
            group_session_id=written.session_id,
            written_at=DURING,
        )
        note.text = "A private heron."
        db.session.add(note)
        db.session.commit()
    ana.post(f"{written.path}/sign", {"reason": "Looked through."})
    return f"/documents/participants/{written.people[0]}"


def taken(browser, path):
    answer = browser.post(path)
    assert answer.status_code == 200
    return answer


def test_the_whole_record_holds_the_person_and_no_trace_of_others(app, ana, planted):
    answer = taken(ana, f"{planted}/record.zip")
    archive = zipfile.ZipFile(io.BytesIO(answer.data))
    assert archive.namelist() == ["record.html", "record.json"]
    texts = [archive.read(name).decode() for name in archive.namelist()]
    for text in texts:
        assert [name for name in (*OTHERS, "heron") if name in text] == []
        assert "Named what helps at night" in text
        assert "[another participant]" in text
    data = json.loads(texts[1])
    assert data["names_covered"] == 7
    assert data["participant"]["given_name"] == "Iris"
    [session] = data["sessions"]
    assert (session["mark"], session["minutes_attended"]) == ("present", 90)
    assert len(session["progress_note"]["signatures"]) == 1
    assert data["assessments"][0]["score"] == 12
    with app.app_context():
        line = db.session.scalars(select(ExportLine)).one()
        assert (line.what, line.rows) == ("whole record", 1)


def test_the_bundle_is_valid_fhir_with_loinc_codes(app, ana, written, planted, as_user, cast):
    answers = {f"item_{number}": "1" for number in range(1, 10)}
    path = f"/participants/{written.people[0]}/assessments/new?measure=phq9"
    assert ana.post(path, {"on": "2026-10-06", **answers}).status_code == 303
    answer = taken(ana, f"{planted}/assessments.json")
    assert answer.mimetype == "application/fhir+json"
    bundle = Bundle.model_validate_json(answer.data)
    kinds = [entry.resource.get_resource_type() for entry in bundle.entry]
    assert kinds == ["Patient", "Observation", "QuestionnaireResponse", "Observation"]
    response, observed = (entry.resource for entry in bundle.entry[2:])
    assert response.questionnaire == "http://loinc.org/q/44249-1"
    assert [item.answer[0].valueInteger for item in response.item] == [1] * 9
    assert (observed.code.coding[0].code, float(observed.valueQuantity.value)) == ("44261-6", 9.0)
    assert observed.derivedFrom[0].reference == bundle.entry[2].fullUrl


def test_the_page_says_what_will_be_in_it_and_strangers_find_nothing(ana, as_user, cast, planted):
    assert "The clinical lead can take out all of it." in ana.get(planted).text
    assert "can take out all of it" not in as_user(cast.lena.email).get(planted).text
    for user in (cast.cleo, cast.max):
        browser = as_user(user.email)
        assert browser.get(planted).status_code == 404
        for file in ("record.zip", "assessments.json"):
            assert browser.post(f"{planted}/{file}").status_code == 404
