"""What was written of the same people at an earlier session of their group."""

from sqlalchemy import select

from dashboard.caseload.viewer import Viewer
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.notes import ProgressNote
from dashboard.models.participants import Enrollment


def last_responses(viewer: Viewer, group_session: GroupSession) -> dict[int, str]:
    """Return each person's response in their last progress note before a session, by person.

    Also of an earlier stay in the group; a note in which nothing is said of it does not count.
    """
    query = (
        select(Enrollment.participant_id, ProgressNote)
        .join(Enrollment, Enrollment.id == ProgressNote.enrollment_id)
        .join(GroupSession, GroupSession.id == ProgressNote.group_session_id)
        .where(
            ProgressNote.group_id == group_session.group_id,
            GroupSession.starts_at < group_session.starts_at,
            GroupSession.cancelled_at.is_(None),
        )
        .order_by(GroupSession.starts_at)
    )
    rows = db.session.execute(query).all()
    return {person: note.response for person, note in rows if note.response}
