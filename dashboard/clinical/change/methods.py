"""Other published ways to decide whether a change is real: named variants for the expert."""

import math
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from dashboard.clinical.change.categories import Movement, movement
from dashboard.clinical.change.reliable_change import (
    Z_95,
    computed_threshold,
    standard_error_of_measurement,
)
from dashboard.clinical.change.thresholds import (
    Threshold,
    ThresholdRule,
    points_improved,
)
from dashboard.clinical.words import Direction


class Method(StrEnum):
    """Each way by its authors or its idea."""

    JACOBSON_TRUAX = "jacobson_truax"
    EDWARDS_NUNNALLY = "edwards_nunnally"
    GULLIKSEN_LORD_NOVICK = "gulliksen_lord_novick"
    HSU_LINN_LORD = "hsu_linn_lord"
    MINIMAL_IMPORTANT_DIFFERENCE = "minimal_important_difference"
    PERCENTAGE_CHANGE = "percentage_change"


@dataclass(frozen=True)
class Sample:
    """What a statistical method knows of the people measured, in points."""

    mean_before: float
    mean_after: float
    sd_before: float
    reliability: float


def _beyond(points: float, needed: float) -> Movement:
    threshold = Threshold(needed, ThresholdRule.MORE_THAN)
    return movement(0, points, threshold, Direction.BETTER)


def jacobson_truax(
    before: float, after: float, sample: Sample, direction: Direction, z: float = Z_95
) -> Movement:
    """Jacobson and Truax (1991): change beyond z * Sdiff."""
    threshold = computed_threshold(sample.sd_before, sample.reliability, z)
    return movement(before, after, threshold, direction)


def edwards_nunnally(
    before: float, after: float, sample: Sample, direction: Direction, z: float = Z_95
) -> Movement:
    """Edwards and Nunnally: the later score outside z SEM around the estimated true first score.

    The true score is r * (before - mean) + mean. Older texts round z to 2 (Speer, 1992).
    """
    true_before = sample.reliability * (before - sample.mean_before) + sample.mean_before
    error = standard_error_of_measurement(sample.sd_before, sample.reliability)
    return _beyond(points_improved(true_before, after, direction), z * error)


def _beyond_prediction(
    before: float, after_from: float, after: float, sample: Sample, direction: Direction, z: float
) -> Movement:
    expected = sample.reliability * (before - sample.mean_before) + after_from
    error = sample.sd_before * math.sqrt(1 - sample.reliability**2)
    return _beyond(points_improved(expected, after, direction), z * error)


def gulliksen_lord_novick(
    before: float, after: float, sample: Sample, direction: Direction, z: float = Z_95
) -> Movement:
    """Gulliksen, Lord and Novick: beyond regression to the mean before, z * s1 * sqrt(1 - r^2)."""
    return _beyond_prediction(before, sample.mean_before, after, sample, direction, z)


def hsu_linn_lord(
    before: float, after: float, sample: Sample, direction: Direction, z: float = Z_95
) -> Movement:
    """Hsu, Linn and Lord: as above, with later scores taken from the mean after.

    It asks who moved more than this sample did, so a change that all share counts for nobody.
    """
    return _beyond_prediction(before, sample.mean_after, after, sample, direction, z)


def minimal_important_difference(
    before: float, after: float, points: float, direction: Direction
) -> Movement:
    """A change of at least so many points that people notice; points above 0."""
    return movement(before, after, Threshold(points, ThresholdRule.AT_LEAST), direction)


def percentage_change(
    before: float, after: float, fraction: float, direction: Direction
) -> Movement:
    """A change of at least this fraction (above 0) of the first score; from 0 any change is."""
    if before == after:
        return Movement.UNCHANGED
    if before == 0:
        return _beyond(points_improved(before, after, direction), 0)
    needed = Threshold(fraction * abs(before), ThresholdRule.AT_LEAST)
    return movement(before, after, needed, direction)


SAMPLE_METHODS = MappingProxyType(
    {
        Method.JACOBSON_TRUAX: jacobson_truax,
        Method.EDWARDS_NUNNALLY: edwards_nunnally,
        Method.GULLIKSEN_LORD_NOVICK: gulliksen_lord_novick,
        Method.HSU_LINN_LORD: hsu_linn_lord,
    }
)
FIXED_METHODS = MappingProxyType(
    {
        Method.MINIMAL_IMPORTANT_DIFFERENCE: minimal_important_difference,
        Method.PERCENTAGE_CHANGE: percentage_change,
    }
)
