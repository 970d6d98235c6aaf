"""What a signer had before them, so that nothing else is signed."""

import json
from collections.abc import Sequence
from hashlib import sha256

from dashboard.caseload.session_page import RosterRow, SessionNotes
from dashboard.models.group_sessions import GroupSession
from dashboard.records.notes.signing import GROUP_FIELDS, PROGRESS_FIELDS


def words_seen(group_session: GroupSession, rows: Sequence[RosterRow], notes: SessionNotes) -> str:
    """Return a hash of everything that the check before signing shows: times, marks, notes."""
    shown: list[object] = [str(group_session.started_at), str(group_session.ended_at)]
    shown += [_words(notes.group, GROUP_FIELDS)]
    for row in rows:
        here = row.attendance
        marked = [str(here.mark), here.minutes_attended] if here else []
        note = notes.progress.get(row.stay.id)
        shown += [[row.stay.id, marked, _words(note, PROGRESS_FIELDS)]]
    return sha256(json.dumps(shown).encode()).hexdigest()


def _words(note: object, fields: Sequence[str]) -> list[str]:
    return [str(getattr(note, field) or "") for field in fields] if note else []
