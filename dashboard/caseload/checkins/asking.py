"""Which sessions are coming, who is expected there, and what their group is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from dashboard.caseload.measures import MeasureInUse, measures_by_name
from dashboard.caseload.reach import clinical_group_ids
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.checkins.rhythm import Rhythm, default_rhythm
from dashboard.clinical.checkins.timing import OPENS_BEFORE
from dashboard.extensions import db
from dashboard.models.check_ins import CheckInRhythm
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Group
from dashboard.models.measures import Measure


@dataclass(frozen=True)
class GroupRhythm:
    """What a group is asked when; `own` is the row where the group has a rhythm of its own."""

    weeks: Rhythm
    own: CheckInRhythm | None


def sessions_to_ask(viewer: Viewer) -> Sequence[GroupSession]:
    """Return the viewer's sessions whose check-in is open and that have not begun, by start."""
    return db.session.scalars(
        select(GroupSession)
        .options(joinedload(GroupSession.group).joinedload(Group.group_type))
        .where(
            GroupSession.group_id.in_(clinical_group_ids(viewer)),
            GroupSession.cancelled_at.is_(None),
            GroupSession.starts_at > viewer.as_of,
            GroupSession.starts_at <= viewer.as_of + OPENS_BEFORE,
        )
        .order_by(GroupSession.starts_at, GroupSession.id)
    ).all()


def rhythm_of(viewer: Viewer, group: Group) -> GroupRhythm:
    """Return what a group is asked: its own rhythm, or the one that its kind starts from."""
    own = db.session.scalar(select(CheckInRhythm).where(CheckInRhythm.group_id == group.id))
    if own is not None:
        return GroupRhythm({key: tuple(weeks) for key, weeks in own.weeks}, own)
    primary = db.session.get_one(Measure, group.group_type.primary_measure_id).key
    return GroupRhythm(default_rhythm(group.group_type.key, primary), None)


def askable_versions(viewer: Viewer) -> dict[str, MeasureInUse]:
    """Return the measures that have their wording, by key: only those can be sent."""
    return {
        each.definition.key: each
        for each in measures_by_name(viewer)
        if each.definition.has_wording
    }
