"""Change on one measure against change on another: nine zones between the reliable-change lines."""

from collections.abc import Sequence

from dashboard.charts.chart import Cell, Chart, Plot, mean_text, table_of
from dashboard.charts.colors import BLUE, GREEN, REFERENCE, SOFT, VERMILLION
from dashboard.charts.rows import PairedChange
from dashboard.charts.theme import axis, layout, level_line, note, points, upright_line
from dashboard.clinical.change.categories import Movement

_HEIGHT = 420
_WORDS = {
    Movement.IMPROVED: "better",
    Movement.UNCHANGED: "not reliably changed",
    Movement.DETERIORATED: "worse",
}
CAUTION = "What goes with what does not say which brings which."


def change_against_change(
    names: tuple[str, str],
    people: Sequence[PairedChange],
    without: Sequence[str],
    *,
    key: str = "change-change",
) -> Chart:
    """Each person's change on both, in reliable changes; `without` lack a pair of scores of one."""
    return Chart(
        key=key,
        title=f"Change in {names[0]} and in {names[1]}",
        summary=_summary(names, people, without),
        plot={"data": _traces(names, people), "layout": _layout(names, people)},
        table=table_of(
            ("Participant", *names, *(f"{name}, zone" for name in names)),
            [*map(_row, people), *((name, None, None, "", "") for name in without)],
        ),
    )


def _row(row: PairedChange) -> tuple[Cell, ...]:
    units = (round(value, 2) for value in row.units)
    return row.name, *units, *(_WORDS[moved] for moved in row.moved)


# Shape first, color second: both better, one or both worse, anything else.
_LOOKS = (
    ("both better", "triangle-up", BLUE),
    ("at least one worse", "triangle-down", VERMILLION),
    ("one better", "diamond", GREEN),
    ("neither changed reliably", "circle-open", SOFT),
)


def _look(row: PairedChange) -> int:
    if Movement.DETERIORATED in row.moved:
        return 1
    return {2: 0, 1: 2, 0: 3}[row.moved.count(Movement.IMPROVED)]


def _traces(names: tuple[str, str], people: Sequence[PairedChange]) -> list[Plot]:
    found = []
    for place, (name, shape, color) in enumerate(_LOOKS):
        rows = [row for row in people if _look(row) == place]
        marker = {"symbol": shape, "color": color, "size": 11}
        across, up = [row.units[0] for row in rows], [row.units[1] for row in rows]
        said = [_said(names, row) for row in rows]
        if rows:
            found.append(points(across, up, said, name=f"{name} ({len(rows)})", marker=marker))
    return found


def _said(names: tuple[str, str], row: PairedChange) -> str:
    told = (
        f"{name} {mean_text(units)} reliable changes, {_WORDS[moved]}"
        for name, units, moved in zip(names, row.units, row.moved, strict=True)
    )
    return f"{row.name}: {'; '.join(told)}"


def _layout(names: tuple[str, str], people: Sequence[PairedChange]) -> Plot:
    found = layout(_HEIGHT, legend=True)
    ends = [
        [
            min(-1.4, *(row.units[place] for row in people), 0) - 0.3,
            max(1.4, *(row.units[place] for row in people), 0) + 0.3,
        ]
        for place in (0, 1)
    ]
    found["xaxis"] = axis(f"{names[0]}, reliable changes (right is better)", range=ends[0])
    found["yaxis"] = axis(f"{names[1]}, reliable changes (up is better)", range=ends[1])
    found["shapes"] = [
        *(upright_line(end, REFERENCE) for end in (-1, 1)),
        *(level_line(end, REFERENCE) for end in (-1, 1)),
    ]
    corner = {"xref": "paper", "yref": "paper"}
    found["annotations"] = [
        note("both better", x=0.99, y=0.99, xanchor="right", yanchor="top", **corner),
        note("both worse", x=0.01, y=0.01, xanchor="left", yanchor="bottom", **corner),
    ]
    return found


def _summary(names: tuple[str, str], people: Sequence[PairedChange], without: Sequence[str]) -> str:
    everyone = len(people) + len(without)
    if not people:
        return f"Nobody of {everyone} has two scores of both {names[0]} and {names[1]} yet."
    zones = [
        (sum(row.moved == (first, second) for row in people), first, second)
        for first in Movement
        for second in Movement
    ]
    told = "; ".join(
        f"{count} {names[0]} {_WORDS[first]} and {names[1]} {_WORDS[second]}"
        for count, first, second in zones
        if count
    )
    return f"{len(people)} of {everyone} have two scores of both: {told}. {CAUTION}"
