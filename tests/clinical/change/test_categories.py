import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clinical.change.categories import Movement, category_of, classify
from dashboard.clinical.change.thresholds import Comparison, Cutoff, Threshold, ThresholdRule
from dashboard.clinical.words import Category, Direction

SIX = Threshold(6, ThresholdRule.AT_LEAST)
TEN = Cutoff(10, Comparison.GE)


@pytest.mark.parametrize(
    ("before", "after", "category"),
    [
        (16, 11, Category.UNCHANGED),
        (16, 10, Category.IMPROVED),
        (15, 9, Category.RECOVERED),
        (12, 9, Category.UNCHANGED),
        (10, 4, Category.RECOVERED),
        (9, 3, Category.IMPROVED),
        (9, 9, Category.UNCHANGED),
        (3, 9, Category.DETERIORATED),
        (4, 10, Category.HARMED),
        (10, 15, Category.UNCHANGED),
        (10, 16, Category.DETERIORATED),
    ],
)
def test_the_five_categories_at_their_edges(before, after, category):
    assert classify(before, after, SIX, TEN, Direction.WORSE) is category


@pytest.mark.parametrize(
    ("before", "after", "category"),
    [(20, 2, Category.IMPROVED), (9, 5, Category.UNCHANGED), (2, 20, Category.DETERIORATED)],
)
def test_without_a_cutoff_there_is_no_recovery_and_no_harm(before, after, category):
    assert classify(before, after, SIX, None, Direction.WORSE) is category


def test_the_published_worked_example_recovers():
    threshold = Threshold(9.296925, ThresholdRule.MORE_THAN)
    cutoff = Cutoff(40, Comparison.LE)
    assert classify(32.5, 47.5, threshold, cutoff, Direction.BETTER) is Category.RECOVERED


def test_a_cutoff_on_the_better_side_is_refused():
    with pytest.raises(ValueError, match="worse side"):
        category_of(Movement.UNCHANGED, 5, 5, TEN, Direction.BETTER)


scores = st.integers(0, 27)
thresholds = st.builds(Threshold, st.integers(1, 12), st.sampled_from(ThresholdRule))
cutoffs = st.none() | st.builds(Cutoff, scores, st.sampled_from([Comparison.GE, Comparison.GT]))
UPSIDE_DOWN = {Comparison.GE: Comparison.LE, Comparison.GT: Comparison.LT}


def naive_category(before, after, threshold, cutoff):
    """The five categories once more, in whole numbers, higher is worse."""
    needed = threshold.points + (threshold.rule is ThresholdRule.MORE_THAN)
    first_clinical = 28 if cutoff is None else cutoff.value + (cutoff.comparison is Comparison.GT)
    crossed_down = before >= first_clinical > after
    crossed_up = before < first_clinical <= after
    if before - after >= needed:
        return Category.RECOVERED if crossed_down else Category.IMPROVED
    if after - before >= needed:
        return Category.HARMED if crossed_up else Category.DETERIORATED
    return Category.UNCHANGED


@settings(max_examples=300)
@given(scores, scores, thresholds, cutoffs)
def test_a_second_implementation_agrees(before, after, threshold, cutoff):
    category = classify(before, after, threshold, cutoff, Direction.WORSE)
    assert category is naive_category(before, after, threshold, cutoff)


@settings(max_examples=200)
@given(scores, scores, thresholds, cutoffs)
def test_turning_the_scale_upside_down_changes_no_category(before, after, threshold, cutoff):
    turned = cutoff and Cutoff(27 - cutoff.value, UPSIDE_DOWN[cutoff.comparison])
    assert classify(before, after, threshold, cutoff, Direction.WORSE) is classify(
        27 - before, 27 - after, threshold, turned, Direction.BETTER
    )


@settings(max_examples=200)
@given(scores, scores, thresholds, cutoffs)
def test_the_way_back_is_the_opposite_category(before, after, threshold, cutoff):
    opposite = {
        Category.RECOVERED: Category.HARMED,
        Category.IMPROVED: Category.DETERIORATED,
        Category.UNCHANGED: Category.UNCHANGED,
        Category.DETERIORATED: Category.IMPROVED,
        Category.HARMED: Category.RECOVERED,
    }
    there = classify(before, after, threshold, cutoff, Direction.WORSE)
    assert classify(after, before, threshold, cutoff, Direction.WORSE) is opposite[there]
