"""Open a cycle, give a session another day, name who stands in."""

from collections.abc import Collection
from datetime import date

from dashboard.caseload.groups import (
    cycles_of_group,
    find_planned_session,
    keeps_roster,
    roster,
)
from dashboard.caseload.reach import find_group
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.calendar import day_in_words
from dashboard.clinical.words import DischargeReason, EnrollmentStatus
from dashboard.errors import NotOnCaseload, Refused
from dashboard.extensions import db
from dashboard.models.groups import Group
from dashboard.models.participants import Enrollment
from dashboard.records.enrollments import expire_seats, leave, offer_free_seats
from dashboard.records.enrollments.seats import local_date
from dashboard.records.groups import (
    end_feed,
    make_feed,
    move_session,
    name_substitute,
    open_cycle,
    remove_substitute,
    skip_week,
)


def find_kept_group(viewer: Viewer, group_id: int) -> Group:
    """Return a group whose roster is the viewer's to keep. Raises NotOnCaseload."""
    group = find_group(viewer, group_id)
    if not keeps_roster(viewer, group):
        raise NotOnCaseload
    return group


def open_next(
    viewer: Viewer,
    group_id: int,
    *,
    first_on: date,
    length: int,
    staying: Collection[int],
    offer_hours: int,
) -> int:
    """Open the next cycle; active stays that are not `staying` end as completed today.

    Returns how many of those who wait were offered a seat. Raises NotOnCaseload, or Refused by
    field: then nothing is written.
    """
    group = find_kept_group(viewer, group_id)
    by, at = viewer.user_id, viewer.as_of
    leaving = _leaving(viewer, group, staying)
    try:
        open_cycle(group, first_on=first_on, length=length, by=by, at=at)
        for stay in leaving:
            leave(stay, DischargeReason.COMPLETED, on=local_date(group, at), by=by, at=at)
        expire_seats(at=at, hours=offer_hours, group_id=group_id)
        offered = offer_free_seats(group, by=by, at=at, hours=offer_hours) if leaving else []
    except Refused:
        db.session.rollback()
        raise
    db.session.commit()
    return len(offered)


def _leaving(viewer: Viewer, group: Group, staying: Collection[int]) -> list[Enrollment]:
    """Who leaves with the cycle. Raises Refused while it goes on: they would miss the rest."""
    leaving = [
        line.stay
        for line in roster(viewer, group)
        if line.stay.status is EnrollmentStatus.ACTIVE and line.stay.id not in staying
    ]
    cycles = cycles_of_group(viewer, group)
    if leaving and cycles and cycles[0].last_on > local_date(group, viewer.as_of):
        words = (
            f"This cycle goes on until {day_in_words(cycles[0].last_on)}, and whoever leaves would "
            "miss the rest of it. Keep everybody for now; end their stays after the last session."
        )
        raise Refused(words, field="staying")
    return leaving


def move(viewer: Viewer, group_session_id: int, on: date) -> None:
    """Hold a session on another day. Raises NotOnCaseload, or Refused by field."""
    row = find_planned_session(viewer, group_session_id)
    move_session(row, row.group, on, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()


def skip(viewer: Viewer, group_session_id: int) -> int:
    """Leave a week out; return how many sessions moved on. Raises NotOnCaseload, or Refused."""
    row = find_planned_session(viewer, group_session_id)
    moved = skip_week(row, row.group, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()
    return moved


def let_stand_in(viewer: Viewer, group_session_id: int, user_id: int) -> None:
    """Name a substitute. Raises NotOnCaseload, or Refused by field."""
    row = find_planned_session(viewer, group_session_id)
    name_substitute(row, user_id, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()


def end_standing_in(viewer: Viewer, group_session_id: int, user_id: int) -> None:
    """Take a substitute back. Raises NotOnCaseload."""
    row = find_planned_session(viewer, group_session_id)
    remove_substitute(row, user_id, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()


def make_calendar(viewer: Viewer) -> str:
    """Give the viewer's calendar a new address; return its token."""
    token = make_feed(viewer.user_id, at=viewer.as_of)
    db.session.commit()
    return token


def end_calendar(viewer: Viewer) -> None:
    """End the viewer's address."""
    end_feed(viewer.user_id, at=viewer.as_of)
    db.session.commit()
