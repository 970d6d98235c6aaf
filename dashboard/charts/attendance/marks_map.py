"""Attendance by person and week: every mark, and what was not recorded as just that."""

from collections.abc import Sequence
from enum import StrEnum

from dashboard.charts.attendance.maps import Field, map_layout, map_traces
from dashboard.charts.chart import Cell, Chart, table_of
from dashboard.charts.colors import ACCENT_PALE, AMBER_PALE, PAPER, RED_PALE, SEVERITY, SUNKEN
from dashboard.charts.rows import Meeting, PersonMarks
from dashboard.clinical.words import ATTENDED_MARKS, MISSED_MARKS, Mark

_FIELDS: dict[StrEnum | None, Field] = {
    Mark.PRESENT: Field("P", "present", ACCENT_PALE),
    Mark.LATE: Field("L", "late", ACCENT_PALE),
    Mark.LEFT_EARLY: Field("LE", "left early", ACCENT_PALE),
    Mark.EXCUSED: Field("E", "excused", SEVERITY[1]),
    Mark.LATE_CANCELLATION: Field("C", "late cancellation", AMBER_PALE),
    Mark.NO_SHOW: Field("N", "no-show", RED_PALE),
    Meeting.CANCELLED: Field("–", "session cancelled", SUNKEN),
    Meeting.NOT_ENROLLED: Field("", "not enrolled", PAPER),
    None: Field("?", "not recorded", SUNKEN),
}


def attendance_heat_map(
    people: Sequence[PersonMarks], weeks: Sequence[int], *, key: str = "attendance-map"
) -> Chart:
    """People by weeks; what was not recorded is shown as that and counted as nothing.

    Raises ValueError where somebody has more or fewer marks than there are weeks.
    """
    names = [row.name for row in people]
    values = [row.marks for row in people]
    said = [
        [
            f"{row.name}, week {week}: {_FIELDS[mark].words}"
            for week, mark in zip(weeks, row.marks, strict=True)
        ]
        for row in people
    ]
    found = map_layout([str(week) for week in weeks], names, values, _FIELDS)
    found["xaxis"]["title"] = {"text": "week"}
    return Chart(
        key=key,
        title="Attendance by week",
        summary=_map_summary(people),
        plot={"data": map_traces(names, values, _FIELDS, said), "layout": found},
        table=table_of(("Participant", *(f"Week {week}" for week in weeks)), _map_rows(people)),
    )


def _map_rows(people: Sequence[PersonMarks]) -> list[tuple[Cell, ...]]:
    return [(row.name, *(_FIELDS[mark].words for mark in row.marks)) for row in people]


def _map_summary(people: Sequence[PersonMarks]) -> str:
    marks = [mark for row in people for mark in row.marks]
    attended = sum(mark in ATTENDED_MARKS for mark in marks)
    missed = sum(mark in MISSED_MARKS for mark in marks)
    unknown = sum(mark is None for mark in marks)
    if not attended + missed + unknown:
        return "No session held yet."
    told = f"{attended} of {attended + missed} recorded marks are attended."
    return f"{told} {unknown} not recorded, counted as neither." if unknown else told
