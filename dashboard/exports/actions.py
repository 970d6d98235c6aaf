"""Taking an export: the file is made while others may write, then written down and handed over."""

from dashboard.caseload.viewer import Viewer
from dashboard.database import reading, writing
from dashboard.exports.making import Made, Progress, Wanted, make_file, no_progress
from dashboard.extensions import db
from dashboard.records.exports import record_export


def export_attendance(
    viewer: Viewer, wanted: Wanted, *, by: int | None, progress: Progress = no_progress
) -> Made:
    """Make the file and keep a line of who took what. Raises Refused, and nothing is kept then."""
    with reading():
        made = make_file(viewer, wanted, progress)
    with writing():
        record_export(
            by=by,
            at=viewer.as_of,
            what=wanted.name,
            filters=wanted.asked.as_query(),
            rows=made.rows,
            sha256=made.sha256,
            participant_id=wanted.asked.participant_id,
        )
        db.session.commit()
    return made
