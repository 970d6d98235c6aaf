"""Sessions as plain data: what is recorded of the person, and facts of the group."""

from collections.abc import Iterable
from typing import Any

from dashboard.caseload.documents import GroupFacts, SessionOfPerson
from dashboard.documents.masking import Masks
from dashboard.documents.record.moments import day, moment, word
from dashboard.models.group_sessions import Attendance, GroupSession
from dashboard.models.notes import Addendum, ProgressNote, Signature


def session_data(each: SessionOfPerson, masks: Masks) -> dict[str, Any]:
    """Return one session of a person."""
    session = each.at.group_session
    return {
        "on": day(session.on_date),
        "group": masks.cover(each.group.name),
        "week": session.week,
        "state": word(each.at.state),
        "counts_for_the_person": each.at.expected,
        "attendance": _attendance(each.at.attendance),
        "progress_note": _note(each.progress, masks),
        "group_session": _facts(session, each.facts, masks),
    }


def _attendance(row: Attendance | None) -> dict[str, Any] | None:
    if row is None:
        return None
    return {
        "mark": word(row.mark),
        "minutes_attended": row.minutes_attended,
        "homework": word(row.homework),
        "skill_practice": row.practice_rating,
        "recorded_at": moment(row.recorded_at),
    }


def _note(note: ProgressNote | None, masks: Masks) -> dict[str, Any] | None:
    """A signed note with its words; of a draft, only that there is one and since when."""
    if note is None:
        return None
    if not note.signatures:
        return {"state": "draft", "written_at": moment(note.written_at)}
    return {
        "state": "signed",
        "participation": word(note.participation),
        "risk": word(note.risk),
        "response": masks.cover(note.response),
        "plan": masks.cover(note.plan),
        "signatures": _signatures(note.signatures),
        "addenda": [_addendum(one, masks) for one in note.addenda],
    }


def _addendum(one: Addendum, masks: Masks) -> dict[str, Any]:
    return {
        "at": moment(one.written_at),
        "by": one.written_by.name,
        "text": masks.cover(one.text),
    }


def _signatures(signatures: Iterable[Signature]) -> list[dict[str, Any]]:
    """The checksum is of the words as they were signed, before any name was left out."""
    return [
        {
            "at": moment(one.signed_at),
            "by": one.signer.name,
            "role": one.role,
            "sha256": one.sha256,
        }
        for one in signatures
    ]


def _facts(session: GroupSession, facts: GroupFacts, masks: Masks) -> dict[str, Any]:
    return {
        "started_at": moment(session.started_at),
        "ended_at": moment(session.ended_at),
        "cancellation_reason": masks.cover(session.cancellation_reason),
        "number_present": facts.present,
        "skills_taught": list(facts.skills),
        "homework_set": masks.cover(session.homework_set),
        "group_note_signed": [
            {"at": moment(one.signed_at), "by": one.signer.name, "role": one.role}
            for one in facts.signatures
        ],
    }
