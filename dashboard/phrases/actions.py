"""Add, change and remove texts that notes are begun with."""

from collections.abc import Mapping

from dashboard.caseload.session_page.phrases import find_phrase, may_set_templates
from dashboard.caseload.viewer import Viewer
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.phrases import Phrase
from dashboard.records.notes.phrases import add_phrase, change_phrase, remove_phrase


def add(viewer: Viewer, fields: Mapping[str, str], *, for_practice: bool) -> Phrase:
    """Add a phrase of the viewer's own, or a template. Raises NotOnCaseload, or Refused."""
    if for_practice and not may_set_templates(viewer):
        raise NotOnCaseload
    owner_id = None if for_practice else viewer.user_id
    row = add_phrase(fields, owner_id=owner_id, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()
    return row


def change(viewer: Viewer, phrase_id: int, fields: Mapping[str, str], *, version: int) -> Phrase:
    """Change a text. Raises NotOnCaseload, Refused, or Conflict."""
    row = find_phrase(viewer, phrase_id)
    change_phrase(row, fields, version=version, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()
    return row


def remove(viewer: Viewer, phrase_id: int) -> bool:
    """Remove a text; tell whether it was the practice's. Raises NotOnCaseload."""
    row = find_phrase(viewer, phrase_id)
    was_practices = row.owner_id is None
    remove_phrase(row, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()
    return was_practices
