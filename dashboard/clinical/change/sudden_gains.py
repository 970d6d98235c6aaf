"""Sudden gains between two neighboring weekly scores (Tang and DeRubeis, 1999)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, variance

from dashboard.clinical.change.student_t import critical_t
from dashboard.clinical.change.thresholds import Threshold, ThresholdRule, points_improved
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


def _is_gain(scores: Sequence[float | None], index: int, minimum: Threshold) -> bool:
    """All three criteria between `index` and the next, for scores where lower is better."""
    before, after = scores[index], scores[index + 1]
    if before is None or after is None:
        return False
    needed = Threshold(max(_FRACTION * abs(before), minimum.points), ThresholdRule.AT_LEAST)
    earlier = _known(scores[max(0, index + 1 - _SIDE) : index + 1])
    later = _known(scores[index + 1 : index + 1 + _SIDE])
    return needed.is_reached_by(before - after) and _stands_out(earlier, later)


def sudden_gains(
    scores: Sequence[float | None],
    minimum_points: float,
    direction: Direction = Direction.WORSE,
) -> tuple[SuddenGain, ...]:
    """Gains in one person's weekly scores, in order of weeks; None where a week is missing.

    A gain has at least `minimum_points` (above 0: the measure's reliable change), at least a
    quarter of the score before, and means of up to three sessions on each side that differ by more
    than the critical t (by the number of values) times their pooled standard deviation. Both
    neighbors must be known: a gain across a missing week could have happened in either.
    """
    minimum = Threshold(minimum_points, ThresholdRule.AT_LEAST)
    sign = 1 if direction is Direction.WORSE else -1
    turned = [None if score is None else sign * score for score in scores]
    return tuple(
        _describe(_known(scores[index:]), index + 1, direction)
        for index in range(len(turned) - 1)
        if _is_gain(turned, index, minimum)
    )


def _describe(onward: Sequence[float], session: int, direction: Direction) -> SuddenGain:
    """The gain between the first two of the known scores from `session` onward."""
    before, after, *later = onward
    points = points_improved(before, after, direction)
    half = Threshold(points / 2, ThresholdRule.MORE_THAN)
    reversed_later = any(
        half.is_reached_by(points_improved(score, after, direction)) for score in later
    )
    return SuddenGain(session, before, after, points, reversed_later)
