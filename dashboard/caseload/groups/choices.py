"""What a group may be set up with: its kinds, and the people who could run it."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from dashboard.caseload.reach import group_ids_in_reach
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import Role
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.groups import Facilitator, Group, GroupType


def sets_up_groups(viewer: Viewer) -> bool:
    """Tell whether setting up and changing groups is the viewer's: administrators and leads."""
    return viewer.reads_every_group


def kinds_of_group(viewer: Viewer) -> Sequence[GroupType]:
    """Return the kinds of group that the practice offers, by name."""
    return db.session.scalars(select(GroupType).order_by(GroupType.name)).all()


def people_who_treat(viewer: Viewer) -> Sequence[User]:
    """Return the therapists and clinical leads who still work here, by name."""
    return db.session.scalars(
        select(User)
        .where(User.role != Role.ADMINISTRATOR, User.deactivated_at.is_(None))
        .order_by(User.name, User.id)
    ).all()


def facilitators_ever(viewer: Viewer, group: Group) -> Sequence[Facilitator]:
    """Return everyone who runs or ran the group, with their names, the newest first."""
    return db.session.scalars(
        select(Facilitator)
        .options(joinedload(Facilitator.user))
        .where(
            Facilitator.group_id == group.id,
            Facilitator.group_id.in_(group_ids_in_reach(viewer)),
        )
        .order_by(Facilitator.until.is_not(None), Facilitator.since.desc(), Facilitator.id)
    ).all()
