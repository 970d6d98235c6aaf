"""Sessions that were planned before their day was closed."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from dashboard.caseload.reach import group_ids_in_reach
from dashboard.caseload.viewer import Viewer
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import PracticeClosure


def sessions_on_closed_days(viewer: Viewer) -> Mapping[date, list[GroupSession]]:
    """Return sessions of the viewer's that lie ahead on closed days, by day and then by time."""
    query = (
        select(GroupSession)
        .options(joinedload(GroupSession.group), joinedload(GroupSession.cycle))
        .where(
            GroupSession.on_date.in_(select(PracticeClosure.on_date)),
            GroupSession.group_id.in_(group_ids_in_reach(viewer)),
            GroupSession.starts_at > viewer.as_of,
            GroupSession.cancelled_at.is_(None),
        )
        .order_by(GroupSession.starts_at, GroupSession.id)
    )
    found: dict[date, list[GroupSession]] = defaultdict(list)
    for row in db.session.scalars(query):
        found[row.on_date].append(row)
    return found
