"""How two weekly series of one person move beside each other; never what brings what about."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.clinical.change.thresholds import points_improved
from dashboard.clinical.words import Direction

# Scores that are means carry floating-point dust, which is no movement.
_DECIMALS = 9

Weekly = Sequence[tuple[int, float | None]]


@dataclass(frozen=True)
class Together:
    """Of the steps from one week to the next with all four scores known, how many went how.

    In the other steps at least one of the two stayed where it was.
    """

    steps: int
    same_way: int
    opposite_ways: int


def move_together(
    first: Weekly, second: Weekly, directions: tuple[Direction, Direction]
) -> Together:
    """Count steps of (week, score) series toward better or worse, each in its own direction.

    A step over a missing week is none: in between, either could have gone anywhere.
    """
    moved, beside = (_steps(one, way) for one, way in zip((first, second), directions, strict=True))
    products = [moved[week] * beside[week] for week in moved.keys() & beside.keys()]
    return Together(
        steps=len(products),
        same_way=sum(product > 0 for product in products),
        opposite_ways=sum(product < 0 for product in products),
    )


def _steps(series: Weekly, direction: Direction) -> dict[int, float]:
    """By the week they lead to: points toward better since the week before."""
    known = {week: score for week, score in series if score is not None}
    return {
        week: round(points_improved(known[week - 1], score, direction), _DECIMALS)
        for week, score in known.items()
        if week - 1 in known
    }
