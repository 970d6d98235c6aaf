"""The notes of the sessions behind us, signed by whoever led."""

import json
from datetime import timedelta
from hashlib import sha256
from random import Random
from typing import Any

from dashboard.clinical.words import ATTENDED_MARKS, Mark, Participation, Risk
from dashboard.demo.groups import ToldGroup
from dashboard.demo.stays import Stay
from dashboard.demo.story import story
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.notes import GroupNote, ProgressNote, Signature


def write_notes(
    told: ToldGroup,
    stays: list[Stay],
    marks: dict[Any, Mark],
    *,
    behind: list[GroupSession],
    chance: Random,
) -> None:
    """Write and sign the notes of the sessions behind us; the last may wait to be signed."""
    for meeting in behind:
        is_last = meeting.id == behind[-1].id and meeting.cycle_id == told.cycles[-1][0].cycle_id
        signed = not (told.told.get("unsigned") and is_last)
        meeting.started_at = meeting.starts_at + timedelta(minutes=chance.randint(0, 3))
        meeting.ended_at = meeting.ends_at + timedelta(minutes=chance.randint(-2, 4))
        meeting.homework_set = chance.choice(story()["phrases"]["homework"])
        _write_group_note(told, meeting, signed, chance)
        for stay in stays:
            mark = marks.get((stay.enrollment.id, meeting.id))
            if mark in ATTENDED_MARKS:
                _write_progress_note(told, stay, meeting, signed, chance)
    db.session.flush()


def _write_group_note(told: ToldGroup, meeting: GroupSession, signed: bool, chance: Random) -> None:
    phrases = story()["phrases"]
    note = GroupNote(
        group_session_id=meeting.id, written_by_id=told.lead.id, written_at=meeting.ends_at
    )
    note.topic = chance.choice(phrases["topics"])
    note.interventions = chance.choice(phrases["interventions"])
    note.themes = chance.choice(phrases["themes"])
    db.session.add(note)
    if signed:
        content = {"interventions": note.interventions, "themes": note.themes, "topic": note.topic}
        _sign(told, meeting, content, group_note_id=note.id)


def _write_progress_note(
    told: ToldGroup, stay: Stay, meeting: GroupSession, signed: bool, chance: Random
) -> None:
    phrases = story()["phrases"]
    note = ProgressNote(
        group_id=told.group.id,
        enrollment_id=stay.enrollment.id,
        group_session_id=meeting.id,
        participation=chance.choices(list(Participation), weights=[6, 3, 1])[0],
        risk=Risk.NONE_VOICED,
        written_by_id=told.lead.id,
        written_at=meeting.ends_at,
    )
    note.response = chance.choice(phrases["responses"])
    note.plan = chance.choice(phrases["plans"])
    db.session.add(note)
    if signed:
        content = {
            "participation": note.participation,
            "plan": note.plan,
            "response": note.response,
            "risk": note.risk,
        }
        _sign(told, meeting, content, progress_note_id=note.id)


def _sign(told: ToldGroup, meeting: GroupSession, content: dict[str, Any], **note: int) -> None:
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    signature = Signature(
        role="author",
        signer_id=told.lead.id,
        signed_at=meeting.ends_at + timedelta(minutes=20),
        sha256=sha256(text.encode()).hexdigest(),
        **note,
    )
    signature.content = text
    db.session.add(signature)
