"""What is done with a signed note: added to, co-signed, returned."""

from dashboard.caseload.reach import writes_in
from dashboard.caseload.session_page import find_note, supervises
from dashboard.caseload.viewer import Viewer
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.notes import GroupNote, ProgressNote
from dashboard.records.notes.signing import add_addendum, cosign_note, return_note


def add_to_note(viewer: Viewer, kind: str, note_id: int, text: str) -> None:
    """Add an addendum. Raises NotOnCaseload, or Refused."""
    note, group_session = find_note(viewer, kind, note_id)
    if not (writes_in(viewer, group_session) or supervises(viewer, note)):
        raise NotOnCaseload
    add_addendum(note, text, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()


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
