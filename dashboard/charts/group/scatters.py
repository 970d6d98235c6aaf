"""Two-way pictures of a group: start against end, attendance against change."""

from collections.abc import Sequence

from dashboard.charts.chart import Cell, Chart, Plot, number_text, table_of
from dashboard.charts.colors import ACCENT, GRID, REFERENCE, SOFT
from dashboard.charts.group.change import points_changed
from dashboard.charts.group.marks import (
    PlacedPerson,
    category_traces,
    category_words,
    missing_words,
    two_scores,
    with_scores,
)
from dashboard.charts.rows import GroupChange, PersonChange, ScoreScale
from dashboard.charts.theme import axis, drawing, layout, level_line, note, upright_line
from dashboard.clinical.words import Direction

_HEIGHT = 440
CAUTION = (
    "People who feel better may come more often, and people who come may feel better: this does "
    "not say which."
)


def start_against_end(change: GroupChange, *, key: str = "start-end") -> Chart:
    """Every person's first score against the last, with the corridor of no reliable change."""
    known = with_scores(change.people)
    placed = [PlacedPerson(row, *two_scores(row), _words(row)) for row in known]
    data = [*_corridor(change.scale), *category_traces(placed)]
    return Chart(
        key=key,
        title=f"First and last {change.scale.name}",
        summary=_start_end_summary(change, known),
        plot={"data": data, "layout": _start_end_layout(change.scale)},
        table=table_of(
            ("Participant", "First score", "Last score", "Category"),
            [(row.name, row.before, row.after, _category(row)) for row in change.people],
        ),
    )


def attendance_against_outcome(change: GroupChange, *, key: str = "attendance-outcome") -> Chart:
    """Sessions attended against change in points, with the caution that belongs beside it."""
    known = [row for row in with_scores(change.people) if row.attended is not None]
    placed = [
        PlacedPerson(row, row.attended or 0, points_changed(row), _attended_words(row))
        for row in known
    ]
    return Chart(
        key=key,
        title=f"Sessions attended and change in {change.scale.name}",
        summary=_attendance_summary(change, known),
        plot={"data": category_traces(placed), "layout": _attendance_layout(change.scale)},
        table=table_of(
            ("Participant", "Sessions attended", "Sessions held", "Change", "Category"),
            [_attendance_row(row) for row in change.people],
        ),
    )


def _category(row: PersonChange) -> str:
    return str(row.category) if row.category else "no two scores"


def _words(row: PersonChange) -> str:
    before, after = map(number_text, two_scores(row))
    return f"{row.name}: first {before}, last {after}, {row.category}"


def _attended_words(row: PersonChange) -> str:
    of = "" if row.held is None else f" of {row.held}"
    moved = number_text(points_changed(row))
    return f"{row.name}: {row.attended}{of} sessions, change {moved}, {row.category}"


def _corridor(scale: ScoreScale) -> list[Plot]:
    """The diagonal of no change, and the lines beyond which a change is reliable."""
    ends = [scale.low, scale.high]
    diagonal = drawing(ends, ends, line={"color": SOFT, "width": 1.2})
    if scale.reliable_change is None:
        return [diagonal]
    wide = scale.reliable_change.points
    edge = {"color": ACCENT, "width": 1, "dash": "dot"}
    below = drawing(ends, [end - wide for end in ends], line=edge, cliponaxis=True)
    above = drawing(
        ends, [end + wide for end in ends], line=edge, cliponaxis=True, fill="tonexty", opacity=0.5
    )
    return [below, {**above, "fillcolor": GRID}, diagonal]


def _start_end_layout(scale: ScoreScale) -> Plot:
    lower = scale.higher_is is Direction.WORSE
    found = layout(_HEIGHT, legend=True)
    span = (scale.high - scale.low) * 0.03
    ends = [scale.low - span, scale.high + span]
    found["xaxis"] = axis(f"first {scale.name}", range=ends)
    found["yaxis"] = axis(f"last {scale.name}", range=ends)
    better, worse = (0.02, 0.98) if lower else (0.98, 0.02)
    found["annotations"] = [
        _corner("better", 0.98 if lower else 0.02, better),
        _corner("worse", 0.02 if lower else 0.98, worse),
    ]
    if scale.cutoff is not None:
        lines = (level_line, upright_line)
        found["shapes"] = [line(scale.cutoff.value, REFERENCE, layer="above") for line in lines]
        found["annotations"].append(_cutoff_name(scale.cutoff.value))
    return found


def _cutoff_name(value: float) -> Plot:
    edge = {"xref": "paper", "x": 0, "xanchor": "left", "yanchor": "bottom", "color": REFERENCE}
    return note(f"cutoff {number_text(value)}", y=value, **edge)


def _corner(text: str, x: float, y: float) -> Plot:
    return note(
        text,
        x=x,
        y=y,
        xref="paper",
        yref="paper",
        xanchor="right" if x > 0.5 else "left",
        yanchor="top" if y > 0.5 else "bottom",
    )


def _attendance_layout(scale: ScoreScale) -> Plot:
    found = layout(_HEIGHT - 60, legend=True)
    lower = scale.higher_is is Direction.WORSE
    found["xaxis"] = axis("sessions attended", rangemode="tozero", tickformat="d")
    found["yaxis"] = axis(f"change in points ({'down' if lower else 'up'} is better)")
    needed = scale.reliable_change
    found["shapes"] = [level_line(0, SOFT, "solid")]
    if needed is not None:
        found["shapes"] += [level_line(end, REFERENCE) for end in (-needed.points, needed.points)]
    return found


def _start_end_summary(change: GroupChange, known: Sequence[PersonChange]) -> str:
    if not known:
        return f"Nobody of {len(change.people)} has two {change.scale.name} scores yet."
    told = f"{len(known)} of {len(change.people)} have two scores: {category_words(known)}."
    shaded = " Inside the shaded corridor no change is reliable." * bool(
        change.scale.reliable_change
    )
    return f"{told}{missing_words(change.people)}{shaded}"


def _attendance_summary(change: GroupChange, known: Sequence[PersonChange]) -> str:
    needed = change.scale.reliable_change
    dashed = f" Dashed: {number_text(needed.points)} points, the reliable change." if needed else ""
    told = f"{len(known)} of {len(change.people)} have two scores and an attendance record."
    return f"{told}{dashed} {CAUTION}"


def _attendance_row(row: PersonChange) -> tuple[Cell, ...]:
    moved = points_changed(row) if row.category else None
    return row.name, row.attended, row.held, moved, _category(row)
