"""A person's assessments as a FHIR R4 bundle: what was answered, and the scores observed.

Plain values in the shape of the standard (https://hl7.org/fhir/R4/); LOINC codes where the measure
has them.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from dashboard.clinical.measures import MeasureDefinition, parse_definition
from dashboard.models.measures import Assessment
from dashboard.models.participants import Participant

LOINC = "http://loinc.org"
SURVEY = {
    "system": "http://terminology.hl7.org/CodeSystem/observation-category",
    "code": "survey",
}
Resource = dict[str, Any]


def bundle_of(
    person: Participant, assessments: Sequence[Assessment], *, address: str, at: datetime
) -> Resource:
    """Return a collection of the person, each assessment's answers, and each score.

    `address` names the practice's identifiers. A score that could not be made is no observation;
    a question without an answer has no answer.
    """
    patient = _url(address, "participants", person.id)
    entries = [_entry(patient, _patient(person, address))]
    for row in assessments:
        definition = parse_definition(row.measure_version.definition)
        answered = _url(address, "assessments", row.id)
        if any(answer is not None for answer in row.answers.values()):
            entries.append(_entry(answered, _response(row, definition, patient)))
        if row.score is not None:
            derived = answered if entries and entries[-1]["fullUrl"] == answered else None
            score = _score(row, definition, patient, derived)
            entries.append(_entry(_url(address, "scores", row.id), score))
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": at.isoformat(timespec="seconds"),
        "entry": entries,
    }


def _url(address: str, kind: str, number: int) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{address}/{kind}/{number}')}"


def _entry(url: str, resource: Resource) -> Resource:
    return {"fullUrl": url, "resource": resource}


def _patient(person: Participant, address: str) -> Resource:
    found: Resource = {
        "resourceType": "Patient",
        "identifier": [{"system": f"{address}/participants", "value": person.code}],
        "name": [{"family": person.family_name, "given": [person.given_name]}],
    }
    return found | ({"birthDate": person.birth_date} if person.birth_date else {})


def _response(row: Assessment, definition: MeasureDefinition, patient: str) -> Resource:
    found: Resource = {
        "resourceType": "QuestionnaireResponse",
        "status": "completed",
        "subject": {"reference": patient},
        "authored": row.assessed_on.isoformat(),
        "item": [
            {
                "linkId": item.loinc_code or item.key,
                "text": item.question or item.topic,
                **_answer(row.answers.get(item.key)),
            }
            for item in definition.items
        ],
    }
    code = definition.loinc_code
    return found | ({"questionnaire": f"{LOINC}/q/{code}"} if code else {})


def _answer(value: int | None) -> Resource:
    return {} if value is None else {"answer": [{"valueInteger": value}]}


def _score(
    row: Assessment, definition: MeasureDefinition, patient: str, derived: str | None
) -> Resource:
    code: Resource = {"text": f"{definition.name}: score"}
    if definition.total_loinc_code:
        code["coding"] = [{"system": LOINC, "code": definition.total_loinc_code}]
    found: Resource = {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [SURVEY]}],
        "code": code,
        "subject": {"reference": patient},
        "effectiveDateTime": row.assessed_on.isoformat(),
        "valueQuantity": {
            "value": row.score,
            "unit": "score",
            "system": "http://unitsofmeasure.org",
            "code": "{score}",
        },
    }
    return found | ({"derivedFrom": [{"reference": derived}]} if derived else {})
