"""One person's whole record as plain data, without a trace of anybody else in their groups."""

from datetime import datetime
from typing import Any

from dashboard.caseload.participants.whole import SessionOfPerson, WholeRecord
from dashboard.clinical.measures import band_of, parse_definition
from dashboard.clinical.notes import NamedPerson
from dashboard.documents.masking import Masks
from dashboard.models.measures import Assessment
from dashboard.models.notes import GroupNote, ProgressNote
from dashboard.models.participants import Enrollment

LEFT_OUT = (
    "Psychotherapy notes are kept apart by law and are not part of this record.",
    "Names of other participants are covered wherever they were found.",
)
Data = dict[str, Any]


def record_data(whole: WholeRecord, *, made_by: str, at: datetime) -> Data:
    """Return the record as plain values, ready for JSON. `at` is when it is made (UTC)."""
    person = whole.person
    own = NamedPerson(person.id, person.given_name, person.family_name, person.nickname)
    masks = Masks(own, whole.others)
    data: Data = {
        "made_at": at.isoformat(timespec="seconds"),
        "made_by": made_by,
        "left_out": list(LEFT_OUT),
        "participant": {
            "code": person.code,
            "given_name": person.given_name,
            "family_name": person.family_name,
            "nickname": person.nickname,
            "birth_date": person.birth_date,
            "home_state": person.home_state,
            "email": person.email,
            "phone": person.phone,
            "emergency_contact": masks.cover(person.emergency_contact),
        },
        "stays": [_stay(line.stay, masks) for line in whole.stays],
        "sessions": [_session(each, masks) for each in whole.sessions],
        "assessments": [_assessment(row) for row in whole.assessments],
        "flags": [_flag(line, masks) for line in whole.flags],
    }
    return {**data, "names_covered": masks.count}


def _stay(stay: Enrollment, masks: Masks) -> Data:
    return {
        "group": masks.cover(stay.group.name),
        "status": stay.status.value,
        "joined_on": _day(stay.joined_on),
        "ended_on": _day(stay.ended_on),
        "history": [
            {
                "on": _day(change.on_date),
                "status": change.status.value,
                "reason": change.reason.value if change.reason else None,
                "remark": masks.cover(change.remark),
            }
            for change in stay.changes
        ],
    }


def _session(each: SessionOfPerson, masks: Masks) -> Data:
    session, seen = each.group_session, each.attendance
    return {
        "on": _day(session.on_date),
        "group": masks.cover(session.group.name),
        "week": session.week,
        "cancelled": session.cancelled_at is not None,
        "mark": seen.mark.value if seen and seen.mark else None,
        "minutes_attended": seen.minutes_attended if seen else None,
        "homework": seen.homework.value if seen and seen.homework else None,
        "skill_practice": seen.practice_rating if seen else None,
        "progress_note": _progress(each.progress, masks),
        "group_note": _group_note(each.group_note, masks),
    }


def _progress(note: ProgressNote | None, masks: Masks) -> Data | None:
    if note is None:
        return None
    return {
        "participation": note.participation.value if note.participation else None,
        "risk": note.risk.value if note.risk else None,
        "response": masks.cover(note.response),
        "plan": masks.cover(note.plan),
        "signatures": _signatures(note),
        "addenda": [
            {
                "at": one.written_at.isoformat(timespec="seconds"),
                "by": one.written_by.name,
                "text": masks.cover(one.text),
            }
            for one in note.addenda
        ],
    }


def _group_note(note: GroupNote | None, masks: Masks) -> Data | None:
    if note is None:
        return None
    fields = ("topic", "interventions", "themes")
    words = {field: masks.cover(getattr(note, field)) for field in fields}
    return {**words, "signatures": _signatures(note)}


def _signatures(note: ProgressNote | GroupNote) -> list[Data]:
    return [
        {
            "at": one.signed_at.isoformat(timespec="seconds"),
            "by": one.signer.name,
            "role": one.role,
            "sha256": one.sha256,
        }
        for one in note.signatures
    ]


def _assessment(row: Assessment) -> Data:
    definition = parse_definition(row.measure_version.definition)
    band = band_of(definition, row.score) if row.score is not None else None
    return {
        "measure": definition.short_name,
        "version": definition.version,
        "on": _day(row.assessed_on),
        "score": row.score,
        "band": band.name if band else None,
        "prorated": bool(row.prorated),
        "total_only": bool(row.total_only),
        "answers": {item.topic: row.answers.get(item.key) for item in definition.items},
        "subscales": row.subscales,
    }


def _flag(line: Any, masks: Masks) -> Data:
    flag = line.flag
    return {
        "kind": flag.kind.value,
        "raised_at": flag.raised_at.isoformat(timespec="seconds"),
        "acknowledged_by": line.acknowledged_by.name if line.acknowledged_by else None,
        "finding": masks.cover(flag.finding),
        "closing_note": masks.cover(flag.closing_note),
    }


def _day(on: Any) -> str | None:
    return on.isoformat() if on else None
