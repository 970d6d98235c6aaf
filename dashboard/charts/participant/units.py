"""Measures with different scales on one panel: in reliable changes, never on two axes."""

from collections.abc import Sequence

from dashboard.charts.chart import Cell, Chart, Plot, mean_text, table_of
from dashboard.charts.colors import BLUE, GREEN, INK, PAPER, REFERENCE, SOFT, VERMILLION
from dashboard.charts.rows import UnitSeries
from dashboard.charts.theme import MARKER_SIZE, axis, layout, level_line, note, points, week_axis

_HEIGHT = 320
# Measures differ by shape as well as by color, as in their panels.
_LOOKS = ((BLUE, "circle"), (VERMILLION, "diamond"), (GREEN, "square"))


def change_in_units(series: Sequence[UnitSeries], *, title: str, key: str = "units") -> Chart:
    """Change from each measure's baseline by week; 1 is one reliable change toward better."""
    names = [one.name for one in series]
    return Chart(
        key=key,
        title=title,
        summary=" ".join(_words(one) for one in series),
        plot={
            "data": [_trace(one, place) for place, one in enumerate(series)],
            "layout": _layout(series),
        },
        table=table_of(("Week", *names), _rows(series)),
    )


def _trace(one: UnitSeries, place: int) -> Plot:
    color, shape = _LOOKS[place % len(_LOOKS)]
    said = [
        f"Week {week}: {one.name} {'not known' if units is None else mean_text(units)}"
        for week, units in one.weeks
    ]
    return points(
        [week for week, _ in one.weeks],
        [units for _, units in one.weeks],
        said,
        mode="lines+markers",
        name=one.name,
        line={"color": color, "width": 2.2},
        marker={
            "size": MARKER_SIZE,
            "symbol": shape,
            "color": color,
            "line": {"color": PAPER, "width": 1},
        },
    )


def _layout(series: Sequence[UnitSeries]) -> Plot:
    found = layout(_HEIGHT, legend=True)
    weeks = sorted({week for one in series for week, _ in one.weeks})
    known = [units for one in series for _, units in one.weeks if units is not None]
    found["xaxis"] = week_axis(weeks)
    found["yaxis"] = axis(
        "reliable changes (up is better)",
        range=[min(-1.3, *known, 0) - 0.2, max(1.3, *known, 0) + 0.2],
    )
    found["shapes"] = [
        level_line(0, SOFT, "solid"),
        level_line(1, REFERENCE),
        level_line(-1, REFERENCE),
    ]
    edge = {"xref": "paper", "x": 0, "xanchor": "left", "color": INK}
    found["annotations"] = [
        note("reliably better", y=1, yanchor="bottom", **edge),
        note("reliably worse", y=-1, yanchor="top", **edge),
    ]
    return found


def _rows(series: Sequence[UnitSeries]) -> list[tuple[Cell, ...]]:
    weeks = sorted({week for one in series for week, _ in one.weeks})
    found = [dict(one.weeks) for one in series]
    return [(week, *(_cell(units.get(week)) for units in found)) for week in weeks]


def _cell(units: float | None) -> float | None:
    return None if units is None else round(units, 2)


def _words(one: UnitSeries) -> str:
    known = [(week, units) for week, units in one.weeks if units is not None]
    if not known:
        return f"{one.name}: no score to compare."
    week, units = known[-1]
    size = mean_text(abs(units))
    way = "as at the start" if units == 0 else f"{size} reliable changes {_way(units)}"
    return f"{one.name} in week {week}: {way}."


def _way(units: float) -> str:
    return "better" if units > 0 else "worse"
