"""What each person had of every module, beside what became of them."""

from collections.abc import Sequence

from dashboard.charts.chart import Cell, Chart, Plot, number_text, points_text, table_of
from dashboard.charts.colors import ACCENT, INK
from dashboard.charts.group.marks import PlacedPerson, category_traces
from dashboard.charts.rows import PersonChange, PersonModules, ScoreScale
from dashboard.charts.theme import TEXT_SIZE, axis, layout, points
from dashboard.clinical.change.thresholds import points_improved

_ROW = 28
_HALF = 0.47
# The deepest ground still lets the numbers on it be read in both themes.
_DEEPEST = 0.35
# In the last column the mark stands before its number.
_MARK, _NUMBER = -0.25, 0.4
CAUTION = "Those who come more hear more, and may differ in other ways: this proves no effect."


def coverage_against_outcome(
    scale: ScoreScale,
    modules: Sequence[str],
    people: Sequence[PersonModules],
    *,
    key: str = "coverage-outcome",
) -> Chart:
    """People from the greatest change toward better; the last column is the change."""
    rows = sorted(people, key=lambda row: _order(scale, row.change))
    return Chart(
        key=key,
        title="Skills had by module, beside the outcome",
        summary=_summary(modules, rows),
        plot={
            "data": [
                *(_row(scale, modules, row, place) for place, row in enumerate(rows)),
                *_marks(scale, modules, rows),
            ],
            "layout": _layout(modules, rows),
        },
        table=table_of(("Participant", *modules, "Change"), [_cells(scale, row) for row in rows]),
    )


def _improved(scale: ScoreScale, change: PersonChange) -> float | None:
    if change.before is None or change.after is None:
        return None
    return points_improved(change.before, change.after, scale.higher_is)


def _order(scale: ScoreScale, change: PersonChange) -> tuple[bool, float, str]:
    """Those without two scores come last."""
    improved = _improved(scale, change)
    return improved is None, -(improved or 0.0), change.name


def _outcome(scale: ScoreScale, change: PersonChange) -> str:
    improved = _improved(scale, change)
    if improved is None:
        return "no two scores"
    way = "better" if improved > 0 else "worse"
    moved = "no change" if improved == 0 else f"{points_text(abs(improved))} {way}"
    return f"{moved}, {change.category}" if change.category else moved


def _had(had: int, taught: int) -> str:
    return f"{had}/{taught}" if taught else "\N{EN DASH}"


def _row(scale: ScoreScale, modules: Sequence[str], row: PersonModules, place: int) -> Plot:
    outcome, count = _outcome(scale, row.change), len(modules)
    name = row.change.name
    said = [
        f"{name}, {module}: {had} of {taught} skills taught while there"
        for module, (had, taught) in zip(modules, row.modules, strict=True)
    ]
    return points(
        [*range(count), count + _NUMBER],
        [place] * (count + 1),
        [*said, f"{name}: {outcome}"],
        mode="text",
        name=name,
        text=[*(_had(*of) for of in row.modules), _change(row.change)],
        textfont={"size": TEXT_SIZE, "color": INK},
        showlegend=False,
    )


def _change(change: PersonChange) -> str:
    """The change in points with its sign, as short as a column of a phone."""
    if change.before is None or change.after is None:
        return "no data"
    points = change.after - change.before
    return f"+{number_text(points)}" if points > 0 else number_text(points)


def _marks(scale: ScoreScale, modules: Sequence[str], rows: Sequence[PersonModules]) -> list[Plot]:
    """What became of each person, by the shapes of the group's other figures."""
    placed = [
        PlacedPerson(
            row.change,
            len(modules) + _MARK,
            place,
            f"{row.change.name}: {_outcome(scale, row.change)}",
        )
        for place, row in enumerate(rows)
        if row.change.category is not None
    ]
    return category_traces(placed)


def _layout(modules: Sequence[str], rows: Sequence[PersonModules]) -> Plot:
    found = layout(_ROW * len(rows) + 150, legend=True)
    # The names of the modules stand at the top, so that the legend goes to the foot.
    found["legend"] |= {"y": -0.01, "yanchor": "top"}
    quiet: Plot = {"showgrid": False, "tickmode": "array"}
    count = len(modules)
    across: Plot = {"range": [-0.5, count + 0.9], "tickvals": list(range(count + 1))}
    found["xaxis"] = axis(ticktext=[*modules, "change"], side="top", **across, **quiet)
    down: Plot = {"range": [len(rows) - 0.5, -0.5], "tickvals": list(range(len(rows)))}
    found["yaxis"] = axis(ticktext=[row.change.name for row in rows], **down, **quiet)
    found["shapes"] = [
        _field(column, place, had / taught)
        for place, row in enumerate(rows)
        for column, (had, taught) in enumerate(row.modules)
        if had
    ]
    return found


def _field(column: int, row: int, share: float) -> Plot:
    """The more of what was taught, the deeper."""
    ends = {"x0": column - _HALF, "x1": column + _HALF, "y0": row - _HALF, "y1": row + _HALF}
    ground = {"fillcolor": ACCENT, "opacity": share * _DEEPEST, "line": {"width": 0}}
    return {"type": "rect", **ends, **ground, "layer": "below"}


def _cells(scale: ScoreScale, row: PersonModules) -> list[Cell]:
    had = [f"{had} of {taught}" if taught else "not taught" for had, taught in row.modules]
    return [row.change.name, *had, _outcome(scale, row.change)]


def _summary(modules: Sequence[str], rows: Sequence[PersonModules]) -> str:
    had = sum(had for row in rows for had, _ in row.modules)
    taught = sum(taught for row in rows for _, taught in row.modules)
    known = sum(row.change.category is not None for row in rows)
    named = "1 module" if len(modules) == 1 else f"{len(modules)} modules"
    return (
        f"Of {named} taught, people had {had} of {taught} skills taught while they were there; "
        f"{known} of {len(rows)} have two scores. {CAUTION}"
    )
