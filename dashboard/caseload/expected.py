"""Who is expected at a session: the stays that are active on its day."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from dashboard.caseload.viewer import Viewer
from dashboard.clinical.attendance import stay_from_changes
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.participants import Enrollment


def group_stays(viewer: Viewer, group_session: GroupSession) -> list[Enrollment]:
    """Return every stay in the session's group that ever began, with people, by name."""
    stays = db.session.scalars(
        select(Enrollment)
        .join(Enrollment.participant)
        .options(joinedload(Enrollment.participant), selectinload(Enrollment.changes))
        .where(
            Enrollment.group_id == group_session.group_id,
            Enrollment.joined_on.is_not(None),
        )
        .order_by(Enrollment.id)
    )
    return sorted(stays, key=lambda stay: stay.participant.name.casefold())


def expected_stays(viewer: Viewer, group_session: GroupSession) -> list[Enrollment]:
    """Return the stays that are active, and not on hold, on the day of a session, by name."""
    stays = group_stays(viewer, group_session)
    return [stay for stay in stays if is_active_on_day(viewer, stay, group_session)]


def is_active_on_day(viewer: Viewer, stay: Enrollment, group_session: GroupSession) -> bool:
    """Tell whether a stay, read with its changes, is active on the day of a session."""
    changes = [(change.status, change.on_date) for change in stay.changes]
    return stay_from_changes(changes).active_on(group_session.on_date)
