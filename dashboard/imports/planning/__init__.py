"""What a file would do, line by line, before anything is written."""

from dashboard.caseload.viewer import Viewer
from dashboard.imports.files.sheet import Sheet
from dashboard.imports.mapped.fields import Kind
from dashboard.imports.mapped.mapping import ColumnMapping, Reader, check_mapping
from dashboard.imports.matching import picture_of
from dashboard.imports.planning.attendance import AttendancePlanner
from dashboard.imports.planning.enrollments import EnrollmentPlanner
from dashboard.imports.planning.lines import Planner
from dashboard.imports.planning.outcomes import Plan, Said
from dashboard.imports.planning.roster import RosterPlanner
from dashboard.records.importing import Progress

PLANNERS: dict[Kind, type[Planner]] = {
    Kind.ROSTER: RosterPlanner,
    Kind.ENROLLMENTS: EnrollmentPlanner,
    Kind.ATTENDANCE: AttendancePlanner,
}

__all__ = ["Plan", "Said", "plan_of"]


def plan_of(
    viewer: Viewer, kind: Kind, sheet: Sheet, mapping: ColumnMapping, progress: Progress
) -> Plan:
    """Say what importing a sheet would do. Raises Refused for columns that are missing."""
    check_mapping(kind, mapping, sheet.columns)
    picture = picture_of(viewer, with_details=kind is Kind.ROSTER)
    planner = PLANNERS[kind](picture, Reader(mapping, sheet.columns))
    return planner.plan(sheet, progress)
