import math

import pytest

from dashboard.clinical.change.thresholds import (
    Comparison,
    Cutoff,
    Threshold,
    ThresholdRule,
    points_improved,
)
from dashboard.clinical.words import Direction


@pytest.mark.parametrize(
    ("rule", "points", "reached"),
    [
        (ThresholdRule.AT_LEAST, 5, False),
        (ThresholdRule.AT_LEAST, 6, True),
        (ThresholdRule.AT_LEAST, 7, True),
        (ThresholdRule.MORE_THAN, 5, False),
        (ThresholdRule.MORE_THAN, 6, False),
        (ThresholdRule.MORE_THAN, 7, True),
    ],
)
def test_a_threshold_of_six(rule, points, reached):
    assert Threshold(6, rule).is_reached_by(points) is reached


def test_a_mean_of_three_items_that_falls_by_two_reaches_two():
    assert 11 / 3 - 5 / 3 < 2
    assert Threshold(2, ThresholdRule.AT_LEAST).is_reached_by(11 / 3 - 5 / 3) is True


@pytest.mark.parametrize(
    ("points", "rule"),
    [
        (0, ThresholdRule.AT_LEAST),
        (-1, ThresholdRule.MORE_THAN),
        (math.nan, ThresholdRule.MORE_THAN),
        (math.inf, ThresholdRule.AT_LEAST),
    ],
)
def test_what_is_not_a_threshold_is_refused(points, rule):
    with pytest.raises(ValueError, match="not a threshold"):
        Threshold(points, rule)


@pytest.mark.parametrize(
    ("comparison", "below", "at", "above"),
    [
        (Comparison.GE, False, True, True),
        (Comparison.GT, False, False, True),
        (Comparison.LE, True, True, False),
        (Comparison.LT, True, False, False),
    ],
)
def test_a_cutoff_of_ten(comparison, below, at, above):
    cutoff = Cutoff(10, comparison)
    assert [cutoff.is_clinical(score) for score in (9, 10, 11)] == [below, at, above]


def test_the_clinical_side_belongs_to_the_direction():
    fitting = {
        direction: [each for each in Comparison if Cutoff(10, each).fits(direction)]
        for direction in Direction
    }
    assert fitting == {
        Direction.WORSE: [Comparison.GE, Comparison.GT],
        Direction.BETTER: [Comparison.LE, Comparison.LT],
    }


def test_points_improved_follow_the_direction():
    assert points_improved(15, 9, Direction.WORSE) == 6
    assert points_improved(15, 9, Direction.BETTER) == -6
