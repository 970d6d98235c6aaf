"""From the official questionnaire to a score: loaded as LOINC gives it, asked, and scored."""

import json

import pytest
from sqlalchemy import select

from dashboard.clinical.measures import library_measure
from dashboard.extensions import db
from dashboard.models.measures import Assessment, Measure, MeasureVersion
from tests.checkins.links import check_in_ids, new_token, open_phone

PHQ9 = library_measure("phq9")
LABELS = ("Invented never", "Invented a little", "Invented more", "Invented most")
ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"


OPTIONS = [
    {
        "extension": [{"url": ORDINAL, "valueDecimal": points}],
        "valueCoding": {"system": "http://loinc.org", "code": f"LA{points}", "display": label},
    }
    for points, label in enumerate(LABELS)
]


def loinc_questionnaire():
    """PHQ-9 in the shape in which LOINC gives it out, with invented words."""
    asked = [
        {
            "linkId": f"/{item.loinc_code}",
            "code": [{"system": "http://loinc.org", "code": item.loinc_code}],
            "text": f"Worded question {item.number}?",
            "type": "choice",
            "required": False,
            "answerOption": OPTIONS,
        }
        for item in PHQ9.items
    ]
    total = {"linkId": "/44261-6", "text": "Total", "type": "decimal", "readOnly": True}
    return {
        "resourceType": "Questionnaire",
        "url": "http://loinc.org/q/44249-1",
        "status": "active",
        "code": [{"system": "http://loinc.org", "code": "44249-1", "display": "PHQ-9"}],
        "item": [*asked, total],
    }


@pytest.fixture
def loaded(app, asked, tmp_path):
    """The same group, once its PHQ-9 has the words of the questionnaire."""
    path = tmp_path / "phq9.json"
    path.write_text(json.dumps(loinc_questionnaire()), encoding="utf-8")
    result = app.test_cli_runner().invoke(args=["measures", "wording", str(path)])
    assert (result.exit_code, "phq9: version 3 has its wording." in result.output) == (0, True)
    return asked


def test_the_words_are_asked_and_the_answers_make_the_score(app, ana, loaded):
    (check_in_id, *_) = check_in_ids(app, ana, loaded.session_id)
    token = new_token(app, ana, check_in_id)
    phone = open_phone(app, token)
    page = phone.get(f"/check-in/{token}/questions").text
    assert [f"Worded question {number}?" in page for number in range(1, 10)] == [True] * 9
    assert all(label in page for label in LABELS)
    answers = [3, 2, 1, 0, 3, 2, 1, 0, 0]
    given = {f"phq9.{number}": str(points) for number, points in enumerate(answers, start=1)}
    phone.post(f"/check-in/{token}/answers", json=given)
    phone.post(f"/check-in/{token}/finish")
    with app.app_context():
        row, version = db.session.execute(
            select(Assessment, MeasureVersion)
            .join(MeasureVersion, MeasureVersion.id == Assessment.measure_version_id)
            .join(Measure, Measure.id == Assessment.measure_id)
            .where(Measure.key == "phq9")
        ).one()
        assert (row.score, row.prorated, version.number) == (12.0, 0, 3)
        assert row.subscales == {"mood": 7, "body": 5}
        assert version.definition["items"][8]["question"] == "Worded question 9?"
