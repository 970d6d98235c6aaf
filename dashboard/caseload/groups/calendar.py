"""The sessions that stand in somebody's calendar."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from dashboard.caseload.viewer import Viewer
from dashboard.extensions import db
from dashboard.models.calendar_feeds import CalendarFeed
from dashboard.models.group_sessions import GroupSession, Substitute
from dashboard.models.groups import Facilitator

BEHIND = timedelta(days=90)


def feed_of(viewer: Viewer) -> CalendarFeed | None:
    """Return the viewer's own private calendar, if there is one."""
    return db.session.get(CalendarFeed, viewer.user_id)


def own_sessions(viewer: Viewer) -> Sequence[GroupSession]:
    """Return the sessions that the viewer leads, watches or stands in at: from 90 days ago on.

    Of a role that is to come, the sessions from its first day on.

    Cancelled ones are among them, so that calendars can strike them out.
    """
    leading = select(Facilitator.id).where(
        Facilitator.group_id == GroupSession.group_id,
        Facilitator.user_id == viewer.user_id,
        Facilitator.since <= GroupSession.on_date,
        Facilitator.until.is_(None),
    )
    standing_in = select(Substitute.group_session_id).where(Substitute.user_id == viewer.user_id)
    return db.session.scalars(
        select(GroupSession)
        .options(joinedload(GroupSession.group), joinedload(GroupSession.cycle))
        .where(
            or_(leading.exists(), GroupSession.id.in_(standing_in)),
            GroupSession.starts_at > viewer.as_of - BEHIND,
        )
        .order_by(GroupSession.starts_at)
    ).all()
