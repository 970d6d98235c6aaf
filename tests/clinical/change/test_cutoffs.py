import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clinical.change.cutoffs import computed_cutoff, cutoff_a, cutoff_b, cutoff_c
from dashboard.clinical.change.thresholds import Comparison, Cutoff
from dashboard.clinical.words import Direction


def test_the_published_worked_example():
    assert cutoff_a(40, 7.5, Direction.BETTER) == 55
    assert cutoff_b(60, 7.5, Direction.BETTER) == 45
    assert cutoff_c(40, 7.5, 60, 7.5) == 50


def test_the_worked_example_upside_down():
    assert cutoff_a(60, 7.5, Direction.WORSE) == 45
    assert cutoff_b(40, 7.5, Direction.WORSE) == 55
    assert cutoff_c(60, 7.5, 40, 7.5) == 50


def test_cutoff_c_lies_nearer_to_the_narrower_population():
    assert cutoff_c(20, 6, 5, 3) == 10


def test_cutoff_c_needs_spread():
    with pytest.raises(ValueError, match="above zero"):
        cutoff_c(20, 0, 5, 0)


def test_touching_a_computed_cutoff_is_not_crossing_it():
    assert computed_cutoff(50, Direction.BETTER) == Cutoff(50, Comparison.LE)
    assert computed_cutoff(50, Direction.WORSE) == Cutoff(50, Comparison.GE)


@settings(max_examples=100)
@given(st.integers(0, 80), st.integers(1, 20), st.integers(0, 80), st.integers(1, 20))
def test_c_is_as_many_standard_deviations_from_either_mean(one, one_sd, other, other_sd):
    value = cutoff_c(one, one_sd, other, other_sd)
    assert round(abs(value - one) / one_sd, 6) == round(abs(value - other) / other_sd, 6)
