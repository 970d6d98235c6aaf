"""How much change is more than the measure's own error (Jacobson and Truax, 1991)."""

import math
from statistics import NormalDist

from dashboard.clinical.change.thresholds import Threshold, ThresholdRule, points_improved
from dashboard.clinical.words import Direction

# The two-sided 95% point of the normal distribution, 1.959964.
Z_95 = NormalDist().inv_cdf(0.975)


def standard_error_of_measurement(sd: float, reliability: float) -> float:
    """SEM = SD * sqrt(1 - r), in points; ValueError unless SD >= 0 and 0 <= r <= 1."""
    if not (math.isfinite(sd) and sd >= 0):
        raise ValueError(f"a standard deviation is not negative: {sd}")
    if not 0 <= reliability <= 1:
        raise ValueError(f"a reliability lies between 0 and 1: {reliability}")
    return sd * math.sqrt(1 - reliability)


def standard_error_of_difference(sd: float, reliability: float) -> float:
    """Sdiff = sqrt(2) * SEM, in points: the spread of two scores of an unchanged person."""
    return math.sqrt(2) * standard_error_of_measurement(sd, reliability)


def reliable_change_index(before: float, after: float, sd: float, reliability: float) -> float:
    """RCI = (after - before) / Sdiff; ValueError for a measure without error (Sdiff 0)."""
    error = standard_error_of_difference(sd, reliability)
    if error == 0:
        raise ValueError("a measure without error has no reliable change index")
    return (after - before) / error


def reliable_change_points(sd: float, reliability: float, z: float = Z_95) -> float:
    """The change that must be exceeded, in points: z * Sdiff."""
    return z * standard_error_of_difference(sd, reliability)


def change_in_units(before: float, after: float, needed: float, direction: Direction) -> float:
    """Change toward better in reliable changes of `needed` points each (above 0); worse is below 0.

    So measures with different scales can share one axis.
    """
    return points_improved(before, after, direction) / needed


def computed_threshold(sd: float, reliability: float, z: float = Z_95) -> Threshold:
    """The threshold from a standard deviation and a reliability; to be exceeded, not met."""
    return Threshold(reliable_change_points(sd, reliability, z), ThresholdRule.MORE_THAN)
