"""A small line beside a name: an SVG path whose gaps are the weeks without a score."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 76.0, 24.0
_EDGE = 3.0


@dataclass(frozen=True)
class Sparkline:
    """A path in a box of the given size, and where its newest score lies."""

    path: str
    end_x: float
    end_y: float


def sparkline_points(
    values: Sequence[float | None],
    width: float = WIDTH,
    height: float = HEIGHT,
    *,
    low: float | None = None,
    high: float | None = None,
) -> Sparkline | None:
    """The line of `values` in order; None stays a gap, and no value at all is no line.

    `low` and `high` are the ends of the scale; without them the values' own ends are used.
    """
    known = [value for value in values if value is not None]
    if not known:
        return None
    bottom, top = (min(known) if low is None else low), (max(known) if high is None else high)
    step = (width - 2 * _EDGE) / max(1, len(values) - 1)

    def place(index: int, value: float) -> tuple[float, float]:
        share = 0.5 if top == bottom else (value - bottom) / (top - bottom)
        up = share * (height - 2 * _EDGE)
        return round(_EDGE + index * step, 1), round(height - _EDGE - up, 1)

    spots = [None if value is None else place(index, value) for index, value in enumerate(values)]
    return Sparkline(_path(spots), *[spot for spot in spots if spot is not None][-1])


def _path(spots: Sequence[tuple[float, float] | None]) -> str:
    """M after a gap, L otherwise; a lone score is a stroke of no length, drawn by its round cap."""
    parts: list[str] = []
    for before, spot, after in zip([None, *spots], spots, [*spots[1:], None], strict=False):
        if spot is None:
            continue
        parts.append(f"{'L' if before else 'M'}{spot[0]:g} {spot[1]:g}")
        if not before and not after:
            parts.append("h0")
    return " ".join(parts)
