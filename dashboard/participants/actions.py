"""Changing what is known of a person."""

from collections.abc import Mapping

from dashboard.caseload.participants import find_kept_participant
from dashboard.caseload.viewer import Viewer
from dashboard.extensions import db
from dashboard.records.participants import change_participant


def change(viewer: Viewer, participant_id: int, fields: Mapping[str, str], *, version: int) -> None:
    """Change a person on the viewer's caseload. Raises NotOnCaseload, Conflict or Refused."""
    person = find_kept_participant(viewer, participant_id)
    change_participant(person, fields, version=version, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()
