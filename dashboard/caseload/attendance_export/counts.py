"""The three honest counts of an export, before anybody takes it."""

from collections.abc import Iterable

from dashboard.caseload.attendance_export.filters import AttendanceFilters
from dashboard.caseload.attendance_export.rows import AttendanceRow, attendance_rows
from dashboard.caseload.attendance_export.sessions import sessions_asked_for
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.attendance import AttendanceCounts, attendance_counts


def export_counts(
    viewer: Viewer, filters: AttendanceFilters, rows: Iterable[AttendanceRow] | None = None
) -> AttendanceCounts:
    """Return sessions held, and person-sessions expected and attended, of what is asked for.

    A session held to which nobody was expected counts, unless the filters are about people.
    `rows` are given where they are read anyway.
    """
    sessions = () if filters.is_about_people else sessions_asked_for(viewer, filters).values()
    found = attendance_rows(viewer, filters) if rows is None else rows
    return attendance_counts(
        (row.for_register for row in found), [(each.id, each.state) for each in sessions]
    )
