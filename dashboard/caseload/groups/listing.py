"""The list of groups: who meets when, how many seats are taken, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, not_, or_, select
from sqlalchemy.orm import joinedload, selectinload

from dashboard.caseload.reach import group_ids_in_reach
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import ENDED_STATUSES, EnrollmentStatus
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Facilitator, Group
from dashboard.models.participants import Enrollment


@dataclass(frozen=True)
class Seats:
    """Seats of one group, and people waiting; a reservation that has lapsed is not taken."""

    taken: int
    capacity: int
    waiting: int
    minimum: int

    @property
    def free(self) -> int:
        return max(0, self.capacity - self.taken)

    @property
    def is_below_minimum(self) -> bool:
        """Whether fewer people are in than the group needs to be viable."""
        return self.taken < self.minimum


@dataclass(frozen=True)
class GroupLine:
    """One group with its seats and its next session that is not cancelled, where there is one."""

    group: Group
    seats: Seats
    next_session: GroupSession | None


def groups_by_name(viewer: Viewer, *, closed: bool = False) -> list[GroupLine]:
    """Return the viewer's groups that are open, or closed, by name, with type and facilitators."""
    is_open = Group.closed_on.is_(None)
    groups = db.session.scalars(
        select(Group)
        .options(
            joinedload(Group.group_type),
            selectinload(Group.facilitators).joinedload(Facilitator.user),
        )
        .where(Group.id.in_(group_ids_in_reach(viewer)), not_(is_open) if closed else is_open)
        .order_by(Group.name)
    ).all()
    seats, meetings = _seats(viewer, groups), _next_sessions(viewer)
    return [GroupLine(group, seats[group.id], meetings.get(group.id)) for group in groups]


def has_closed_groups(viewer: Viewer) -> bool:
    """Tell whether one of the viewer's groups is closed."""
    closed = Group.id.in_(group_ids_in_reach(viewer)), Group.closed_on.is_not(None)
    return db.session.scalar(select(Group.id).where(*closed).limit(1)) is not None


def seats_of(viewer: Viewer, group: Group) -> Seats:
    """Return the seats of one group in the viewer's reach."""
    return _seats(viewer, [group])[group.id]


def _seats(viewer: Viewer, groups: Sequence[Group]) -> dict[int, Seats]:
    waits = Enrollment.status == EnrollmentStatus.WAITLISTED
    query = (
        select(Enrollment.group_id, waits, func.count())
        .where(
            Enrollment.group_id.in_(group_ids_in_reach(viewer)),
            Enrollment.group_id.in_([group.id for group in groups]),
            Enrollment.status.not_in(ENDED_STATUSES),
            # A reservation whose time is over holds no seat, also before that is written down.
            or_(Enrollment.reserved_until.is_(None), Enrollment.reserved_until > viewer.as_of),
        )
        .group_by(Enrollment.group_id, waits)
    )
    counts = {(id_, bool(waiting)): count for id_, waiting, count in db.session.execute(query)}
    return {
        group.id: Seats(
            taken=counts.get((group.id, False), 0),
            capacity=group.capacity,
            waiting=counts.get((group.id, True), 0),
            minimum=group.minimum_size,
        )
        for group in groups
    }


def _next_sessions(viewer: Viewer) -> dict[int, GroupSession]:
    """The first session of each group that has not ended, with its cycle."""
    query = (
        select(GroupSession)
        .options(joinedload(GroupSession.cycle))
        .where(
            GroupSession.group_id.in_(group_ids_in_reach(viewer)),
            GroupSession.ends_at > viewer.as_of,
            GroupSession.cancelled_at.is_(None),
        )
        .order_by(GroupSession.starts_at.desc())
    )
    return {row.group_id: row for row in db.session.scalars(query)}
