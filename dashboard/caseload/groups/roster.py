"""The people of a group: those with a seat, those who wait, and those who run it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from dashboard.caseload.outcomes.presence import session_state
from dashboard.caseload.reach import clinical_group_ids, group_ids_in_reach
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.attendance import (
    AttendanceRate,
    History,
    SessionMark,
    attendance_rate,
    stay_from_changes,
)
from dashboard.clinical.words import (
    ENDED_STATUSES,
    SEATED_STATUSES,
    EnrollmentStatus,
    FacilitatorRole,
    Mark,
)
from dashboard.extensions import db
from dashboard.models.group_sessions import Attendance, GroupSession
from dashboard.models.groups import Facilitator, Group
from dashboard.models.participants import Enrollment, EnrollmentChange, in_waiting_order


@dataclass(frozen=True)
class RosterLine:
    """One stay with its attendance so far; None for those who may not read the record."""

    stay: Enrollment
    attendance: AttendanceRate | None


def kept_group_ids(viewer: Viewer) -> Select[int]:
    """Return the select of ids of the groups whose seats and people are the viewer's to change.

    They are for a group's lead and co-lead, for administrators and for clinical leads; not for
    observers.
    """
    ids = group_ids_in_reach(viewer)
    if viewer.reads_every_group:
        return ids
    return ids.where(Facilitator.role != FacilitatorRole.OBSERVER)


def keeps_roster(viewer: Viewer, group: Group) -> bool:
    """Tell whether seats and people of this group are the viewer's to change."""
    found = select(Group.id).where(Group.id == group.id, Group.id.in_(kept_group_ids(viewer)))
    return db.session.scalar(found) is not None


def facilitators_of(viewer: Viewer, group: Group) -> Sequence[Facilitator]:
    """Return who runs the group now, the lead first, with their names."""
    rows = db.session.scalars(
        select(Facilitator)
        .options(joinedload(Facilitator.user))
        .where(
            Facilitator.group_id == group.id,
            Facilitator.group_id.in_(group_ids_in_reach(viewer)),
            Facilitator.until.is_(None),
        )
        .order_by(Facilitator.since, Facilitator.id)
    ).all()
    return sorted(rows, key=lambda row: list(FacilitatorRole).index(row.role))


def roster(viewer: Viewer, group: Group) -> list[RosterLine]:
    """Return the people with a seat by seat, each with the attendance of their stay."""
    seated = _stays(viewer, group).where(Enrollment.status.in_(SEATED_STATUSES))
    return _lines(viewer, group, seated.order_by(Enrollment.seat_number))


def former_members(viewer: Viewer, group: Group) -> list[RosterLine]:
    """Return the stays that have ended of people who had joined, the last to leave first."""
    ended = _stays(viewer, group).where(
        Enrollment.status.in_(ENDED_STATUSES), Enrollment.joined_on.is_not(None)
    )
    return _lines(viewer, group, ended.order_by(Enrollment.ended_on.desc(), Enrollment.id))


def _stays(viewer: Viewer, group: Group) -> Select[Enrollment]:
    return (
        select(Enrollment)
        .options(joinedload(Enrollment.participant), selectinload(Enrollment.changes))
        .where(Enrollment.group_id == group.id, Enrollment.group_id.in_(group_ids_in_reach(viewer)))
    )


def _lines(viewer: Viewer, group: Group, query: Select[Enrollment]) -> list[RosterLine]:
    stays = db.session.scalars(query).all()
    if not viewer.reads_clinical_records:
        return [RosterLine(stay, None) for stay in stays]
    sessions, marks = _sessions(viewer, group.id), _marks(viewer, group.id)
    return [RosterLine(stay, _attendance(viewer, stay, sessions, marks[stay.id])) for stay in stays]


def waitlist(viewer: Viewer, group: Group) -> Sequence[Enrollment]:
    """Return those who wait for a seat, in the order in which a free one is offered."""
    waiting = _stays(viewer, group).where(Enrollment.status == EnrollmentStatus.WAITLISTED)
    return db.session.scalars(waiting.order_by(*in_waiting_order())).all()


def stay_history(viewer: Viewer, stay: Enrollment) -> History | None:
    """Return a stay with the sessions of its group; None for those who may not read the record."""
    if not viewer.reads_clinical_records:
        return None
    changes = db.session.execute(
        select(EnrollmentChange.status, EnrollmentChange.on_date)
        .where(EnrollmentChange.enrollment_id == stay.id)
        .order_by(EnrollmentChange.on_date, EnrollmentChange.id)
    )
    marks = _marks(viewer, stay.group_id)[stay.id]
    return History(
        stay_from_changes((status, on) for status, on in changes),
        _at_sessions(viewer, _sessions(viewer, stay.group_id), marks),
    )


def _attendance(
    viewer: Viewer,
    stay: Enrollment,
    sessions: Sequence[GroupSession],
    marks: dict[int, Mark | None],
) -> AttendanceRate:
    of_stay = stay_from_changes((change.status, change.on_date) for change in stay.changes)
    return attendance_rate(History(of_stay, _at_sessions(viewer, sessions, marks)))


def _at_sessions(
    viewer: Viewer, sessions: Sequence[GroupSession], marks: dict[int, Mark | None]
) -> tuple[SessionMark, ...]:
    return tuple(
        SessionMark(row.on_date, marks.get(row.id), session_state(viewer, row)) for row in sessions
    )


def _sessions(viewer: Viewer, group_id: int) -> Sequence[GroupSession]:
    return db.session.scalars(
        select(GroupSession).where(
            GroupSession.group_id == group_id,
            GroupSession.group_id.in_(clinical_group_ids(viewer)),
        )
    ).all()


def _marks(viewer: Viewer, group_id: int) -> dict[int, dict[int, Mark | None]]:
    query = select(Attendance.enrollment_id, Attendance.group_session_id, Attendance.mark).where(
        Attendance.group_id == group_id, Attendance.group_id.in_(clinical_group_ids(viewer))
    )
    found: dict[int, dict[int, Mark | None]] = defaultdict(dict)
    for stay_id, session_id, mark in db.session.execute(query):
        found[stay_id][session_id] = mark
    return found
