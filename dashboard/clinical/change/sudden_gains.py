"""Sudden gains between two neighboring weekly scores (Tang and DeRubeis, 1999)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, variance

from dashboard.clinical.change.student_t import critical_t
from dashboard.clinical.words import Direction

# Three sessions on each side are compared; two known values on each side are enough.
_SIDE = 3
_NEEDED = 2
_FRACTION = 0.25


@dataclass(frozen=True)
class SuddenGain:
    """A gain between `session` and the next one, both numbered from 1.

    `points` is its size toward better; `reversed_later` is True when any score after the next
    session's has given back more than half of it.
    """

    session: int
    before: float
    after: float
    points: float
    reversed_later: bool


def _stands_out(earlier: Sequence[float], later: Sequence[float]) -> bool:
    """The third criterion, for scores where lower is better; False when values are too few."""
    if len(earlier) < _NEEDED or len(later) < _NEEDED:
        return False
    degrees = len(earlier) + len(later) - 2
    squares = variance(earlier) * (len(earlier) - 1) + variance(later) * (len(later) - 1)
    needed = critical_t(degrees) * math.sqrt(squares / degrees)
    return fmean(earlier) - fmean(later) > needed


def _known(scores: Sequence[float | None]) -> list[float]:
    return [score for score in scores if score is not None]


def sudden_gains(
    scores: Sequence[float | None],
    minimum_points: float,
    direction: Direction = Direction.WORSE,
) -> tuple[SuddenGain, ...]:
    """Gains in one person's weekly scores, None where a week is missing; in order of weeks.

    A gain has at least `minimum_points` (the measure's reliable change), at least a quarter of the
    score before, and means of up to three sessions on each side that differ by more than the
    critical t (by the number of values) times their pooled standard deviation. Both neighbors must
    be known: a gain across a missing week could have happened in either.
    """
    sign = 1 if direction is Direction.WORSE else -1
    turned = [None if score is None else sign * score for score in scores]
    found = []
    for index in range(len(turned) - 1):
        before, after = turned[index], turned[index + 1]
        if before is None or after is None:
            continue
        points = before - after
        if points < minimum_points or points < _FRACTION * abs(before):
            continue
        earlier = _known(turned[max(0, index + 1 - _SIDE) : index + 1])
        if _stands_out(earlier, _known(turned[index + 1 : index + 1 + _SIDE])):
            given_back = any(score > after + points / 2 for score in _known(turned[index + 2 :]))
            found.append(SuddenGain(index + 1, sign * before, sign * after, points, given_back))
    return tuple(found)
