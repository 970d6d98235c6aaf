"""One person's whole record as plain data, without a trace of anybody else in their groups."""

from datetime import datetime
from typing import Any

from dashboard.caseload.documents import WholeRecord
from dashboard.documents.masking import Masks
from dashboard.documents.record.answers import assessment_data, check_in_data
from dashboard.documents.record.learning import curriculum_data
from dashboard.documents.record.moments import moment
from dashboard.documents.record.sessions import session_data
from dashboard.documents.record.stays import flag_data, stay_data
from dashboard.models.participants import Participant

LEFT_OUT = (
    "Psychotherapy notes are kept apart by law and are not part of this record.",
    "Drafts are not part of the record until they are signed: only that there is one is said.",
    "Group notes are shared with others: only facts of the sessions are here.",
    "Names of other participants are left out wherever they were found.",
)
ALL_GROUPS = "Every group that the person has been in at this practice."
OWN_GROUPS = "Groups of {name}. Groups of other facilitators, if there are any, are not in it."


def record_data(whole: WholeRecord, *, made_by: str, at: datetime) -> dict[str, Any]:
    """Return the record as plain values, ready for JSON. `at` is when it is made (UTC)."""
    masks = Masks(whole.names)
    data = {
        "made_at": moment(at),
        "made_by": made_by,
        "covers": ALL_GROUPS if whole.covers_all else OWN_GROUPS.format(name=made_by),
        "left_out": list(LEFT_OUT),
        "participant": _person(whole.person, masks),
        "stays": [stay_data(line, masks) for line in whole.stays],
        "sessions": [session_data(each, masks) for each in whole.sessions],
        "assessments": [assessment_data(row) for row in whole.assessments],
        "check_ins": [check_in_data(row, masks) for row in whole.check_ins],
        "curricula": [curriculum_data(each) for each in whole.curricula],
        "flags": [flag_data(line, masks) for line in whole.flags],
    }
    return {**data, "names_left_out": masks.count}


def _person(person: Participant, masks: Masks) -> dict[str, Any]:
    return {
        "code": person.code,
        "given_name": person.given_name,
        "family_name": person.family_name,
        "nickname": person.nickname,
        "birth_date": person.birth_date,
        "home_state": person.home_state,
        "email": person.email,
        "phone": person.phone,
        "emergency_contact": masks.cover(person.emergency_contact),
    }
