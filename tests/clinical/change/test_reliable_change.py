import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clinical.change.categories import Movement, movement
from dashboard.clinical.change.reliable_change import (
    Z_95,
    change_in_units,
    computed_threshold,
    reliable_change_index,
    reliable_change_points,
    standard_error_of_difference,
    standard_error_of_measurement,
)
from dashboard.clinical.change.thresholds import Threshold, ThresholdRule
from dashboard.clinical.words import Direction


def test_the_published_worked_example():
    assert round(Z_95, 6) == 1.959964
    assert round(standard_error_of_measurement(7.5, 0.80), 3) == 3.354
    assert round(standard_error_of_difference(7.5, 0.80), 3) == 4.743
    assert round(reliable_change_points(7.5, 0.80), 6) == 9.296925
    assert round(reliable_change_index(32.5, 47.5, 7.5, 0.80), 3) == 3.162


def test_the_depression_questionnaire_of_the_national_service():
    assert round(reliable_change_points(6.1, 0.89), 2) == 5.61


def test_a_computed_threshold_must_be_exceeded():
    points = reliable_change_points(7.5, 0.80)
    assert computed_threshold(7.5, 0.80) == Threshold(points, ThresholdRule.MORE_THAN)


def test_a_measure_without_error_has_no_index():
    with pytest.raises(ValueError, match="without error"):
        reliable_change_index(10, 5, 7.5, 1)


@pytest.mark.parametrize(
    ("sd", "reliability"), [(-1, 0.8), (math.nan, 0.8), (math.inf, 0.8), (7, -0.1), (7, 1.1)]
)
def test_impossible_figures_are_refused(sd, reliability):
    with pytest.raises(ValueError, match=r"standard deviation|reliability"):
        standard_error_of_measurement(sd, reliability)


scores = st.integers(0, 80)
reliabilities = st.floats(0, 1)


@settings(max_examples=100)
@given(scores, scores, st.floats(0.1, 20), reliabilities, reliabilities)
def test_a_more_reliable_measure_never_makes_a_reliable_change_unreliable(
    before, after, sd, one, other
):
    lower, higher = sorted((one, other))
    moved = movement(before, after, computed_threshold(sd, lower), Direction.WORSE)
    moved_more_surely = movement(before, after, computed_threshold(sd, higher), Direction.WORSE)
    assert moved in (Movement.UNCHANGED, moved_more_surely)


@settings(max_examples=100)
@given(scores, scores, st.floats(1, 20), st.floats(0, 0.99))
def test_beyond_the_threshold_is_an_index_beyond_z(before, after, sd, reliability):
    index = reliable_change_index(before, after, sd, reliability)
    if abs(abs(index) - Z_95) > 1e-6:
        moved = movement(before, after, computed_threshold(sd, reliability), Direction.BETTER)
        assert (moved is Movement.UNCHANGED) is (abs(index) < Z_95)


def test_change_counted_in_reliable_changes_is_toward_better():
    assert change_in_units(18, 9, 6, Direction.WORSE) == 1.5
    assert change_in_units(18, 9, 6, Direction.BETTER) == -1.5
    assert change_in_units(5, 5, 2, Direction.WORSE) == 0
