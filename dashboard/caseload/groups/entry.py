"""When somebody new may join a group next."""

from datetime import date

from sqlalchemy import select

from dashboard.caseload.curriculum import group_teaching
from dashboard.caseload.reach import group_ids_in_reach
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import EntryPolicy
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Cycle, Group


def next_entry_date(viewer: Viewer, group: Group, cycle: Cycle | None) -> date | None:
    """Return the date of the next session at which somebody new may join, by the group's policy.

    A group with a plan says when its modules start; one without starts anew with each cycle.
    None when that session is not planned yet.
    """
    teaching = group_teaching(viewer, group, cycle) if cycle is not None else None
    if teaching is not None and teaching.entry is not None:
        return teaching.entry.on_date
    query = select(GroupSession.on_date).where(
        GroupSession.group_id == group.id,
        GroupSession.group_id.in_(group_ids_in_reach(viewer)),
        GroupSession.starts_at > viewer.as_of,
        GroupSession.cancelled_at.is_(None),
    )
    if group.entry_policy is not EntryPolicy.ANY_WEEK:
        query = query.where(GroupSession.week == 1)
    return db.session.scalar(query.order_by(GroupSession.starts_at).limit(1))
