"""What is done with a signed note: added to, co-signed, returned."""

from hashlib import sha256

from dashboard.caseload.expected import group_stays
from dashboard.caseload.reach import writes_in
from dashboard.caseload.session_page import find_note, stay_of_note, supervises
from dashboard.caseload.viewer import Viewer
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.notes import GroupNote, ProgressNote
from dashboard.records.notes.signing import add_addendum, cosign_note, return_note
from dashboard.sessions.guard import names_in_addendum
from dashboard.sessions.guard.found import NameWarning


def add_to_note(
    viewer: Viewer, kind: str, note_id: int, text: str, *, confirmed: str = ""
) -> NameWarning | None:
    """Add an addendum; return instead what was found in it, where names of others stand there.

    It is added all the same once its author has `confirmed` these very words, by their hash.
    Raises NotOnCaseload, or Refused.
    """
    note, group_session = find_note(viewer, kind, note_id)
    if not (writes_in(viewer, group_session) or supervises(viewer, note)):
        raise NotOnCaseload
    own = stay_of_note(viewer, note).participant_id if isinstance(note, ProgressNote) else None
    found = names_in_addendum(text, group_stays(viewer, group_session), own)
    if found and confirmed != hash_of(text):
        return found
    add_addendum(note, text, by=viewer.user_id, at=viewer.as_of, names_confirmed=bool(found))
    db.session.commit()
    return None


def hash_of(text: str) -> str:
    """Return what stands for the words of an addendum, however the browser ends its lines."""
    return sha256("\n".join(text.split()).encode()).hexdigest()


def cosign(viewer: Viewer, kind: str, note_id: int) -> None:
    """Co-sign an associate's note. Raises NotOnCaseload, or Refused."""
    note = _supervised(viewer, kind, note_id)
    cosign_note(note, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()


def send_back(viewer: Viewer, kind: str, note_id: int, remark: str) -> None:
    """Return an associate's note with a remark. Raises NotOnCaseload, or Refused."""
    note = _supervised(viewer, kind, note_id)
    return_note(note, remark, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()


def _supervised(viewer: Viewer, kind: str, note_id: int) -> GroupNote | ProgressNote:
    note, _group_session = find_note(viewer, kind, note_id)
    if not supervises(viewer, note):
        raise NotOnCaseload
    return note
