"""Homework by person and week: done, partly, not done, and what nobody asked about."""

from collections.abc import Sequence
from enum import StrEnum

from dashboard.charts.attendance.maps import Field, map_layout, map_traces
from dashboard.charts.chart import Chart, table_of
from dashboard.charts.colors import ACCENT_PALE, AMBER_PALE, PAPER, SEVERITY, SUNKEN
from dashboard.charts.rows import Meeting, PersonHomework
from dashboard.clinical.words import Homework

_FIELDS: dict[StrEnum | None, Field] = {
    Homework.DONE: Field("D", "done", ACCENT_PALE),
    Homework.PARTLY: Field("P", "partly done", SEVERITY[1]),
    Homework.NOT_DONE: Field("N", "not done", AMBER_PALE),
    Homework.NOT_ASSIGNED: Field("·", "none was set", PAPER),
    Meeting.NOT_THERE: Field("", "not there", PAPER),
    Meeting.CANCELLED: Field("–", "session cancelled", SUNKEN),
    Meeting.NOT_ENROLLED: Field("", "not enrolled", PAPER),
    None: Field("?", "not recorded", SUNKEN),
}
_ASKED = (Homework.DONE, Homework.PARTLY, Homework.NOT_DONE)


def homework_map(
    people: Sequence[PersonHomework], weeks: Sequence[int], *, key: str = "homework-map"
) -> Chart:
    """People by weeks; homework is reviewed at the session after it was set.

    Raises ValueError where somebody has more or fewer values than there are weeks.
    """
    names = [row.name for row in people]
    values = [row.homework for row in people]
    said = [
        [
            f"{row.name}, week {week}: {_FIELDS[value].words}"
            for week, value in zip(weeks, row.homework, strict=True)
        ]
        for row in people
    ]
    found = map_layout([str(week) for week in weeks], names, values, _FIELDS)
    found["xaxis"]["title"] = {"text": "week"}
    rows = [(row.name, *(_FIELDS[value].words for value in row.homework)) for row in people]
    return Chart(
        key=key,
        title="Homework by week",
        summary=_summary(people),
        plot={"data": map_traces(names, values, _FIELDS, said), "layout": found},
        table=table_of(("Participant", *(f"Week {week}" for week in weeks)), rows),
    )


def _summary(people: Sequence[PersonHomework]) -> str:
    values = [value for row in people for value in row.homework]
    asked = [value for value in values if value in _ASKED]
    unknown = values.count(None)
    gap = f" {unknown} not recorded, counted as neither." if unknown else ""
    if not asked:
        return f"No homework reviewed yet.{gap}"
    done, partly = asked.count(Homework.DONE), asked.count(Homework.PARTLY)
    return f"{done} of {len(asked)} times done, {partly} partly.{gap}"
