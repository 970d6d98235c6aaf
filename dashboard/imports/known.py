"""What a file of scores is held against: people, their weeks, measures, and what is on record."""

from dataclasses import dataclass
from datetime import date, datetime

from dashboard.caseload.assessments import (
    KeptScore,
    Weeks,
    assessments_on_record,
    cycle_weeks,
    people_by_code,
)
from dashboard.caseload.measures import MeasureInUse, measures_by_name
from dashboard.caseload.viewer import Viewer
from dashboard.models.participants import Participant


@dataclass(frozen=True)
class Known:
    """What the practice has, that a file is held against."""

    people: dict[str, Participant]
    weeks: dict[int, Weeks]
    measures: dict[str, MeasureInUse]
    on_record: dict[tuple[int, int, date], KeptScore]
    at: datetime
    tells_scores: bool
    decimal_comma: bool = False


def known_to(viewer: Viewer, *, decimal_comma: bool) -> Known:
    """Return what a file is held against. Raises NotOnCaseload."""
    measures = {found.definition.key: found for found in measures_by_name(viewer)}
    ids = [found.version.measure_id for found in measures.values()]
    return Known(
        people_by_code(viewer),
        cycle_weeks(viewer),
        measures,
        assessments_on_record(viewer, ids),
        viewer.as_of,
        viewer.reads_clinical_records,
        decimal_comma,
    )
