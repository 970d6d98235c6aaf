"""Signed words never change: what is signed, by whom, what is added, and who signs after."""

import json
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select

from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.notes import Addendum, GroupNote, NoteReturn, ProgressNote, Signature
from dashboard.records.trail import write_audit_line

Note = GroupNote | ProgressNote
AUTHOR, COSIGNER = "author", "cosigner"
SIGNED_ALREADY = "This note is signed. Add an addendum instead."
GROUP_FIELDS = ("topic", "interventions", "themes", "plan")
PROGRESS_FIELDS = ("participation", "risk", "response", "plan")


def about(note: Note) -> dict[str, int]:
    """Return the column, with its value, by which signatures and addenda name a note."""
    column = "group_note_id" if isinstance(note, GroupNote) else "progress_note_id"
    return {column: note.id}


def signatures_of(note: Note) -> list[Signature]:
    """Return the signatures of a note, the author's first."""
    query = select(Signature).filter_by(**about(note)).order_by(Signature.role)
    return list(db.session.scalars(query))


def check_unsigned(note: Note) -> None:
    """Raise Refused when a note has been signed; one that is not written yet has not."""
    if note.id is not None and signatures_of(note):
        raise Refused(SIGNED_ALREADY)


def check_unsigned_session(group_session: GroupSession) -> None:
    """Raise Refused when the group note of a session has been signed."""
    note = db.session.scalar(
        select(GroupNote).where(GroupNote.group_session_id == group_session.id)
    )
    if note is not None:
        check_unsigned(note)


def note_content(note: Note, facts: Mapping[str, str]) -> str:
    """Return the words that a signature stands for, as one text that is always the same.

    `facts` are what the record needs beside the note itself: group, date, start and stop, number
    present, and a reason where a warning was overridden.
    """
    fields = GROUP_FIELDS if isinstance(note, GroupNote) else PROGRESS_FIELDS
    words = {field: str(getattr(note, field) or "") for field in fields}
    return json.dumps({**facts, **words}, sort_keys=True, ensure_ascii=False)


def sign_note(
    note: Note, *, by: int, at: datetime, facts: Mapping[str, str], role: str = AUTHOR
) -> Signature:
    """Sign a note as it stands. Does not commit. Raises Refused when it is signed already."""
    check_unsigned(note)
    return _sign(note, note_content(note, facts), role, by, at)


def cosign_note(note: Note, *, by: int, at: datetime) -> Signature:
    """Put a supervisor's signature to the words that the author signed. Does not commit.

    Raises Refused when there is nothing to co-sign, or somebody has.
    """
    signatures = signatures_of(note)
    if [signature.role for signature in signatures] != [AUTHOR]:
        raise Refused("This note does not wait for a co-signature.")
    if signatures[0].signer_id == by:
        raise Refused("Nobody co-signs a note of their own.")
    return _sign(note, signatures[0].content or "", COSIGNER, by, at)


def _sign(note: Note, content: str, role: str, by: int, at: datetime) -> Signature:
    signature = Signature(**about(note), role=role, signer_id=by, signed_at=at)
    signature.sha256 = sha256(content.encode()).hexdigest()
    signature.content = content
    db.session.add(signature)
    _write_line(f"sign note as {role}", note, by, at)
    return signature


def is_as_signed(signature: Signature) -> bool:
    """Tell whether the words of a signature still have the hash that was written beside them."""
    return sha256((signature.content or "").encode()).hexdigest() == signature.sha256


def add_addendum(
    note: Note, text: str, *, by: int, at: datetime, names_confirmed: bool = False
) -> Addendum:
    """Add to a signed note. Does not commit. Raises Refused for a draft, or without words.

    That its author has `names_confirmed` which the guard found in it stays in the trail.
    """
    if not signatures_of(note):
        raise Refused("This note is not signed yet: change it instead.")
    if not text.strip():
        raise Refused("Write what is to be added.", field="text")
    addendum = Addendum(**about(note), written_by_id=by, written_at=at)
    addendum.text = text.strip()
    db.session.add(addendum)
    _write_line("add addendum", note, by, at, {"names": "confirmed"} if names_confirmed else {})
    return addendum


def return_note(note: Note, remark: str, *, by: int, at: datetime) -> NoteReturn:
    """Send a note back to its author with a remark. Does not commit.

    Raises Refused as a co-signature would, or without a remark.
    """
    signatures = signatures_of(note)
    if [signature.role for signature in signatures] != [AUTHOR] or signatures[0].signer_id == by:
        raise Refused("This note does not wait for your co-signature.")
    if not remark.strip():
        raise Refused("Say what the author should look at.", field="remark")
    returned = NoteReturn(**about(note), returned_by_id=by, returned_at=at)
    returned.remark = remark.strip()
    db.session.add(returned)
    _write_line("return note", note, by, at)
    return returned


def _write_line(
    action: str, note: Note, by: int, at: datetime, detail: Mapping[str, str] | None = None
) -> None:
    db.session.flush()
    write_audit_line(
        by=by,
        at=at,
        action=action,
        subject=note.__tablename__,
        subject_id=note.id,
        detail=dict(detail or {}),
    )
