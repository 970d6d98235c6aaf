"""The author's private note: under a key of the author's own, and nobody else's to read."""

from datetime import datetime

from dashboard.extensions import db
from dashboard.models.notes import PsychotherapyNote
from dashboard.records.session_entries.kinds import check_text
from dashboard.records.trail import write_audit_line


def keep_psychotherapy_note(
    row: PsychotherapyNote | None,
    text: str,
    *,
    author_id: int,
    participant_id: int,
    group_session_id: int,
    at: datetime,
) -> PsychotherapyNote:
    """Write the note, made unless it is there. Does not commit. Raises Refused when too long."""
    check_text(text)
    kept = row or PsychotherapyNote(
        author_id=author_id, participant_id=participant_id, group_session_id=group_session_id
    )
    kept.text, kept.written_at = text or None, at
    db.session.add(kept)
    db.session.flush()
    write_audit_line(
        by=author_id,
        at=at,
        action="write psychotherapy note",
        subject="psychotherapy_notes",
        subject_id=kept.id,
        participant_id=participant_id,
    )
    return kept
