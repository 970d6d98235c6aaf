"""A person's assessments in FHIR, read by somebody else's classes."""

from fhir.resources.R4B.bundle import Bundle
from sqlalchemy import select

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.measures import Assessment
from dashboard.models.trail import ExportLine
from tests.documents.planted import OTHERS


def enter(browser, planted, **answers):
    path = f"/participants/{planted.person_id}/assessments/new?measure=phq9"
    given = {f"item_{number}": "1" for number in range(1, 10)} | answers
    assert browser.post(path, {"on": "2026-10-06", **given}).status_code == 303


def bundle(browser, planted):
    answer = browser.post(f"{planted.path}/assessments.json")
    assert answer.mimetype == "application/fhir+json"
    assert [name for name in OTHERS if name in answer.text] == []
    return Bundle.model_validate_json(answer.data)


def test_answers_and_score_with_their_codes(app, ana, planted):
    enter(ana, planted)
    found = bundle(ana, planted)
    kinds = [entry.resource.get_resource_type() for entry in found.entry]
    assert kinds == ["Patient", "Observation", "QuestionnaireResponse", "Observation"]
    response, observed = (entry.resource for entry in found.entry[2:])
    assert response.questionnaire == "http://loinc.org/q/44249-1"
    assert response.item[0].linkId == "44250-9"
    assert [item.answer[0].valueInteger for item in response.item] == [1] * 9
    assert (observed.code.coding[0].code, float(observed.valueQuantity.value)) == ("44261-6", 9.0)
    assert observed.derivedFrom[0].reference == found.entry[2].fullUrl
    assert observed.subject.reference == found.entry[0].fullUrl
    with app.app_context():
        line = db.session.scalars(select(ExportLine)).one()
        assert (line.what, line.rows) == ("FHIR bundle", 2)


def test_an_answer_left_out_has_none_and_a_total_alone_has_no_response(ana, planted):
    enter(ana, planted, item_3="")
    found = bundle(ana, planted)
    total = found.entry[1].resource
    assert (float(total.valueQuantity.value), total.derivedFrom) == (12.0, None)
    response = found.entry[2].resource
    assert [item.linkId for item in response.item if item.answer is None] == ["44259-0"]


def test_what_was_corrected_is_not_in_it(app, ana, planted):
    with app.app_context(), writing():
        row = db.session.scalars(select(Assessment)).one()
        row.superseded_at = row.recorded_at
        db.session.commit()
    assert len(bundle(ana, planted).entry) == 1
