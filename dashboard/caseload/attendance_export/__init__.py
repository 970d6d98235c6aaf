"""Attendance on its way out: each person at each session, scoped, counted and in order."""

from dashboard.caseload.attendance_export.choices import ExportChoices, export_choices
from dashboard.caseload.attendance_export.counts import export_counts
from dashboard.caseload.attendance_export.filters import SAYINGS, AttendanceFilters
from dashboard.caseload.attendance_export.rows import (
    AttendanceRow,
    attendance_rows,
    rows_at_most,
)
from dashboard.caseload.attendance_export.sessions import SessionFacts
from dashboard.caseload.attendance_export.stays import Disguise, StayFacts
from dashboard.caseload.attendance_export.taken import TakenExport, taken_exports

__all__ = [
    "SAYINGS",
    "AttendanceFilters",
    "AttendanceRow",
    "Disguise",
    "ExportChoices",
    "SessionFacts",
    "StayFacts",
    "TakenExport",
    "attendance_rows",
    "export_choices",
    "export_counts",
    "rows_at_most",
    "taken_exports",
]
