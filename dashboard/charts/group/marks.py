"""What each category looks like: a shape and a color, always both."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts.chart import Plot
from dashboard.charts.colors import BLUE, GREEN, PURPLE, SOFT, VERMILLION
from dashboard.charts.rows import PersonChange
from dashboard.charts.theme import points
from dashboard.clinical.words import Category

CATEGORY_MARKS = {
    Category.RECOVERED: ("star", GREEN),
    Category.IMPROVED: ("triangle-up", BLUE),
    Category.UNCHANGED: ("circle-open", SOFT),
    Category.DETERIORATED: ("triangle-down", VERMILLION),
    Category.HARMED: ("x", PURPLE),
}


@dataclass(frozen=True)
class PlacedPerson:
    """Where one person with two scores stands in a figure, and what the point says."""

    person: PersonChange
    x: float
    y: float
    words: str


def category_traces(placed: Sequence[PlacedPerson]) -> list[Plot]:
    """One trace a category that occurs, in the order of the categories, with its count."""
    return [
        _category_trace(category, rows)
        for category in CATEGORY_MARKS
        if (rows := [each for each in placed if each.person.category is category])
    ]


def _category_trace(category: Category, rows: Sequence[PlacedPerson]) -> Plot:
    shape, color = CATEGORY_MARKS[category]
    return points(
        [row.x for row in rows],
        [row.y for row in rows],
        [row.words for row in rows],
        name=f"{category} ({len(rows)})",
        marker={
            "symbol": shape,
            "color": color,
            "size": 12,
            "line": {"width": 1.5, "color": color},
        },
    )


def two_scores(person: PersonChange) -> tuple[float, float]:
    """The first and the last score; raises ValueError where a category came without them."""
    if person.before is None or person.after is None:
        raise ValueError(f"a category needs two scores: {person.category}")
    return person.before, person.after


def category_words(people: Sequence[PersonChange]) -> str:
    """'3 recovered, 1 improved, 2 unchanged': those that occur, of those with two scores."""
    counts = [
        (sum(person.category is category for person in people), category) for category in Category
    ]
    return ", ".join(f"{count} {category}" for count, category in counts if count)


def with_scores(people: Sequence[PersonChange]) -> list[PersonChange]:
    """Those with two scores and a category."""
    return [person for person in people if person.category is not None]


def missing_words(people: Sequence[PersonChange]) -> str:
    """' Without two scores: Ana and Ben.', or nothing."""
    names = [person.name for person in people if person.category is None]
    # A name such as "Kim S." brings its own full stop.
    return f" Without two scores: {', '.join(names).rstrip('.')}." if names else ""
