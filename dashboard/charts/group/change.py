"""The change of every participant of a group, ordered, shaped and colored by category."""

from dashboard.charts.chart import Cell, Chart, Plot, number_text, table_of
from dashboard.charts.colors import GRID, REFERENCE, SOFT
from dashboard.charts.group.marks import (
    PlacedPerson,
    category_traces,
    category_words,
    missing_words,
    two_scores,
    with_scores,
)
from dashboard.charts.rows import GroupChange, PersonChange
from dashboard.charts.theme import axis, drawing, layout, upright_line
from dashboard.clinical.change.thresholds import points_improved
from dashboard.clinical.words import Direction

_ROW = 30


def change_by_participant(change: GroupChange, *, key: str = "change") -> Chart:
    """One line a person from no change to their change, best at the top."""
    people = _ordered(change)
    return Chart(
        key=key,
        title=f"Change in {change.scale.name} by participant",
        summary=_summary(change),
        plot={"data": _traces(people), "layout": _layout(change, people)},
        table=table_of(
            ("Participant", "First score", "Last score", "Change", "Category"),
            [_row(person) for person in [*people, *_without(change)]],
        ),
    )


def points_changed(person: PersonChange) -> float:
    """Last score minus first, in the measure's points, of someone with two scores."""
    before, after = two_scores(person)
    return after - before


def _ordered(change: GroupChange) -> list[PersonChange]:
    """Those with two scores, the most improved first; equals by name."""

    def place(person: PersonChange) -> tuple[float, str]:
        improved = points_improved(*two_scores(person), change.scale.higher_is)
        return -improved, person.name

    return sorted(with_scores(change.people), key=place)


def _without(change: GroupChange) -> list[PersonChange]:
    return [person for person in change.people if person.category is None]


def _traces(people: list[PersonChange]) -> list[Plot]:
    stems_x: list[float | None] = []
    stems_y: list[int | None] = []
    for place, person in enumerate(people):
        stems_x += [0, points_changed(person), None]
        stems_y += [place, place, None]
    stems = drawing(stems_x, stems_y, line={"color": SOFT, "width": 1.5})
    placed = [
        PlacedPerson(person, points_changed(person), place, _words(person))
        for place, person in enumerate(people)
    ]
    return [stems, *category_traces(placed)]


def _words(person: PersonChange) -> str:
    before, after = map(number_text, two_scores(person))
    signed = number_text(points_changed(person))
    return f"{person.name}: {before} to {after} ({signed}), {person.category}"


def _layout(change: GroupChange, people: list[PersonChange]) -> Plot:
    scale = change.scale
    lower = scale.higher_is is Direction.WORSE
    found = layout(_ROW * len(people) + 130, legend=True)
    found["xaxis"] = axis(f"change in points ({'left' if lower else 'right'} is better)")
    found["yaxis"] = axis(
        range=[len(people) - 0.4, -0.6],
        tickmode="array",
        tickvals=list(range(len(people))),
        ticktext=[person.name for person in people],
        showgrid=False,
    )
    needed = scale.reliable_change
    found["shapes"] = [upright_line(0, GRID, "solid")]
    if needed is not None:
        found["shapes"] += [upright_line(end, REFERENCE) for end in (-needed.points, needed.points)]
    return found


def _row(person: PersonChange) -> tuple[Cell, ...]:
    known = person.category is not None
    moved = points_changed(person) if known else None
    return person.name, person.before, person.after, moved, person.category or "no two scores"


def _summary(change: GroupChange) -> str:
    known = with_scores(change.people)
    if not known:
        return f"Nobody of {len(change.people)} has two {change.scale.name} scores yet."
    needed = change.scale.reliable_change
    lines = f" Dashed: {number_text(needed.points)} points, the reliable change." if needed else ""
    told = f"{len(known)} of {len(change.people)} have two scores: {category_words(known)}."
    return f"{told}{missing_words(change.people)}{lines}"
