import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clinical.change.categories import Movement
from dashboard.clinical.change.methods import (
    FIXED_METHODS,
    SAMPLE_METHODS,
    Method,
    Sample,
    edwards_nunnally,
    gulliksen_lord_novick,
    hsu_linn_lord,
    jacobson_truax,
    minimal_important_difference,
    percentage_change,
)
from dashboard.clinical.words import Direction

# SEM 3.354, Sdiff 4.743 (9.297 points); z * SEM 6.574; z * SD * sqrt(1 - .64) 8.820.
SAMPLE = Sample(mean_before=40, mean_after=50, sd_before=7.5, reliability=0.80)

IMPROVED, UNCHANGED, DETERIORATED = Movement


@pytest.mark.parametrize(
    ("after", "moved"),
    [(23.2, DETERIORATED), (23.3, UNCHANGED), (41.7, UNCHANGED), (41.8, IMPROVED)],
)
def test_jacobson_and_truax(after, moved):
    assert jacobson_truax(32.5, after, SAMPLE, Direction.BETTER) is moved


@pytest.mark.parametrize(
    ("after", "moved"),
    # The true first score is .8 * (32.5 - 40) + 40 = 34, so 34 - 6.574 to 34 + 6.574.
    [(27.4, DETERIORATED), (27.5, UNCHANGED), (40.5, UNCHANGED), (40.6, IMPROVED)],
)
def test_edwards_and_nunnally(after, moved):
    assert edwards_nunnally(32.5, after, SAMPLE, Direction.BETTER) is moved


def test_edwards_and_nunnally_with_two_standard_errors():
    assert edwards_nunnally(32.5, 40.7, SAMPLE, Direction.BETTER, z=2) is UNCHANGED
    assert edwards_nunnally(32.5, 40.8, SAMPLE, Direction.BETTER, z=2) is IMPROVED


@pytest.mark.parametrize(
    ("after", "moved"),
    # Expected after: 34; 34 - 8.820 to 34 + 8.820.
    [(25.1, DETERIORATED), (25.2, UNCHANGED), (42.8, UNCHANGED), (42.9, IMPROVED)],
)
def test_gulliksen_lord_and_novick(after, moved):
    assert gulliksen_lord_novick(32.5, after, SAMPLE, Direction.BETTER) is moved


@pytest.mark.parametrize(
    ("after", "moved"),
    # Expected after: .8 * -7.5 + 50 = 44; 44 - 8.820 to 44 + 8.820.
    [(35.1, DETERIORATED), (35.2, UNCHANGED), (52.8, UNCHANGED), (52.9, IMPROVED)],
)
def test_hsu_linn_and_lord(after, moved):
    assert hsu_linn_lord(32.5, after, SAMPLE, Direction.BETTER) is moved


@pytest.mark.parametrize(
    ("after", "moved"), [(4, IMPROVED), (5, IMPROVED), (6, UNCHANGED), (15, DETERIORATED)]
)
def test_a_minimal_important_difference_of_five(after, moved):
    assert minimal_important_difference(10, after, 5, Direction.WORSE) is moved


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        (20, 9, IMPROVED),
        (20, 10, IMPROVED),
        (20, 11, UNCHANGED),
        (20, 29, UNCHANGED),
        (20, 30, DETERIORATED),
        (0, 0, UNCHANGED),
        (0, 1, DETERIORATED),
    ],
)
def test_a_change_by_half(before, after, moved):
    assert percentage_change(before, after, 0.5, Direction.WORSE) is moved


def test_a_fraction_of_nothing_is_refused():
    with pytest.raises(ValueError, match="not a threshold"):
        percentage_change(20, 10, 0, Direction.WORSE)


def test_every_method_has_one_home():
    assert {*SAMPLE_METHODS, *FIXED_METHODS} == set(Method)


scores = st.integers(0, 80)


@settings(max_examples=150)
@given(st.sampled_from(sorted(SAMPLE_METHODS)), scores, scores, st.floats(0, 1))
def test_turning_the_scale_upside_down_changes_no_verdict(name, before, after, reliability):
    method = SAMPLE_METHODS[name]
    upright = Sample(40, 50, 7.5, reliability)
    turned = Sample(80 - 40, 80 - 50, 7.5, reliability)
    assert method(before, after, upright, Direction.BETTER) is method(
        80 - before, 80 - after, turned, Direction.WORSE
    )


@settings(max_examples=100)
@given(scores, scores)
def test_with_a_mean_that_did_not_move_two_methods_agree(before, after):
    still = Sample(40, 40, 7.5, 0.8)
    assert hsu_linn_lord(before, after, still, Direction.WORSE) is gulliksen_lord_novick(
        before, after, still, Direction.WORSE
    )
