"""The sessions that there are, and the marks of one group."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import select

from dashboard.caseload.assessments import check_imports
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import Mark
from dashboard.extensions import db
from dashboard.models.group_sessions import Attendance, GroupSession
from dashboard.models.groups import Cycle


class Marked(NamedTuple):
    """What is recorded in one place: the row, its mark and minutes."""

    id: int
    mark: Mark | None
    minutes: int | None


def meetings_on_record(viewer: Viewer) -> tuple[Sequence[Cycle], Sequence[GroupSession]]:
    """Return every cycle and every session. Raises NotOnCaseload."""
    check_imports(viewer)
    cycles = db.session.scalars(select(Cycle).order_by(Cycle.id)).all()
    sessions = db.session.scalars(select(GroupSession).order_by(GroupSession.id)).all()
    return cycles, sessions


def marks_of_group(viewer: Viewer, group_id: int) -> dict[tuple[int, int], Marked]:
    """Return what is recorded of a group, by stay and session. Raises NotOnCaseload."""
    check_imports(viewer)
    query = select(
        Attendance.enrollment_id,
        Attendance.group_session_id,
        Attendance.id,
        Attendance.mark,
        Attendance.minutes_attended,
    ).where(Attendance.group_id == group_id)
    return {(row[0], row[1]): Marked(row[2], row[3], row[4]) for row in db.session.execute(query)}
