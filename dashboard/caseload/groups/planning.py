"""Sessions whose day and people the viewer plans, and who stands in at them."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from dashboard.caseload.groups.roster import kept_group_ids
from dashboard.caseload.viewer import Viewer
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.group_sessions import GroupSession, Substitute


def find_planned_session(viewer: Viewer, group_session_id: int) -> GroupSession:
    """Return a session of a group whose roster is the viewer's to keep. Raises NotOnCaseload."""
    row = db.session.scalar(
        select(GroupSession)
        .options(joinedload(GroupSession.group), joinedload(GroupSession.cycle))
        .where(
            GroupSession.id == group_session_id, GroupSession.group_id.in_(kept_group_ids(viewer))
        )
    )
    if row is None:
        raise NotOnCaseload
    return row


def substitutes_of(viewer: Viewer, group_session: GroupSession) -> Sequence[User]:
    """Return who stands in at a session that was found, by name."""
    query = (
        select(User)
        .join(Substitute, Substitute.user_id == User.id)
        .where(Substitute.group_session_id == group_session.id)
        .order_by(User.name)
    )
    return db.session.scalars(query).all()
