"""The notes of the sessions behind us, signed by whoever wrote them."""

import json
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from random import Random
from typing import Any

from dashboard.clinical.words import ATTENDED_MARKS, Mark, Participation, Risk
from dashboard.demo.groups import ToldGroup
from dashboard.demo.stays import Stay
from dashboard.demo.story import story
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.group_sessions import GroupSession
from dashboard.models.notes import GroupNote, ProgressNote, Signature


@dataclass(frozen=True)
class Hand:
    """Who writes the notes of one session, and whether they have signed them."""

    author: User
    signs: bool


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
        author = told.last_notes_by if is_last else told.lead
        hand = Hand(author, signs=not (told.told.get("unsigned") and is_last))
        meeting.started_at = meeting.starts_at + timedelta(minutes=chance.randint(0, 3))
        meeting.ended_at = meeting.ends_at + timedelta(minutes=chance.randint(-2, 4))
        meeting.homework_set = chance.choice(story()["phrases"]["homework"])
        _write_group_note(hand, meeting, chance)
        there = [
            stay for stay in stays if marks.get((stay.enrollment.id, meeting.id)) in ATTENDED_MARKS
        ]
        for stay, response in zip(there, _responses(len(there), chance), strict=True):
            _write_progress_note(hand, stay, meeting, response, chance)
    db.session.flush()


def _responses(count: int, chance: Random) -> list[str]:
    """Two sentences for each person, none of them for two people of one session."""
    phrases = story()["phrases"]
    first, then = (chance.sample(phrases[name], count) for name in ("responses", "details"))
    return [f"{one} {other}" for one, other in zip(first, then, strict=True)]


def _write_group_note(hand: Hand, meeting: GroupSession, chance: Random) -> None:
    phrases = story()["phrases"]
    note = GroupNote(
        group_session_id=meeting.id, written_by_id=hand.author.id, written_at=meeting.ends_at
    )
    note.topic = chance.choice(phrases["topics"])
    note.interventions = chance.choice(phrases["interventions"])
    note.themes = chance.choice(phrases["themes"])
    db.session.add(note)
    if hand.signs:
        content = {"interventions": note.interventions, "themes": note.themes, "topic": note.topic}
        _sign(hand, meeting, content, group_note_id=note.id)


def _write_progress_note(
    hand: Hand, stay: Stay, meeting: GroupSession, response: str, chance: Random
) -> None:
    phrases = story()["phrases"]
    note = ProgressNote(
        group_id=meeting.group_id,
        enrollment_id=stay.enrollment.id,
        group_session_id=meeting.id,
        participation=chance.choices(list(Participation), weights=[6, 3, 1])[0],
        risk=Risk.NONE_VOICED,
        written_by_id=hand.author.id,
        written_at=meeting.ends_at,
    )
    note.response = response
    note.plan = chance.choice(phrases["plans"])
    db.session.add(note)
    if hand.signs:
        content = {
            "participation": note.participation,
            "plan": note.plan,
            "response": note.response,
            "risk": note.risk,
        }
        _sign(hand, meeting, content, progress_note_id=note.id)


def _sign(hand: Hand, meeting: GroupSession, content: dict[str, Any], **note: int) -> None:
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    signature = Signature(
        role="author",
        signer_id=hand.author.id,
        signed_at=meeting.ends_at + timedelta(minutes=20),
        sha256=sha256(text.encode()).hexdigest(),
        **note,
    )
    signature.content = text
    db.session.add(signature)
