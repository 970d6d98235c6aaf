"""Many pairs at once: each figure by hand, and laws that no data may break."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.clinical.change.cutoffs import CutoffKind
from dashboard.clinical.change.methods import Method
from dashboard.clinical.change.pairs import PairRules, judge_pairs
from dashboard.clinical.words import Category, Direction

# Jacobson and Truax (1991): SD 7.5, reliability .80, 9.296925 points; cutoffs 55, 45 and 50.
PAPER = PairRules(
    direction=Direction.BETTER, reliability=0.8, sd=7.5, functional_mean=60, functional_sd=7.5
)
PAIRS = [(32.5, 47.5), (47.5, 62.5), (40, 41), (40, 30), (60, 40), (20, 21.5)]


def test_the_papers_own_figures_sort_the_people():
    report = judge_pairs(PAIRS, PAPER)
    assert report.mean_before == 40
    assert report.sd_before == 7.5
    assert report.reliable_change == pytest.approx(9.296925, abs=1e-5)
    assert report.cutoff == 50
    assert report.each == (
        Category.IMPROVED,
        Category.RECOVERED,
        Category.UNCHANGED,
        Category.DETERIORATED,
        Category.HARMED,
        Category.UNCHANGED,
    )
    assert report.categories == {
        Category.RECOVERED: 1,
        Category.IMPROVED: 1,
        Category.UNCHANGED: 2,
        Category.DETERIORATED: 1,
        Category.HARMED: 1,
    }


@pytest.mark.parametrize(
    ("kind", "value"), [(CutoffKind.A, 55), (CutoffKind.B, 45), (CutoffKind.C, 50), (None, 50)]
)
def test_each_cutoff_is_the_papers(kind, value):
    assert judge_pairs(PAIRS, replace(PAPER, cutoff=kind)).cutoff == value


def test_without_functional_figures_nobody_recovers_and_the_spread_is_the_files():
    report = judge_pairs([(10, 1), (14, 2)], PairRules(reliability=0.9))
    assert report.cutoff is None
    assert report.sd_before == pytest.approx(8**0.5)
    assert report.each == (Category.IMPROVED, Category.IMPROVED)


@pytest.mark.parametrize("method", list(Method))
def test_every_method_has_its_own_word_on_a_fall_from_twenty_to_ten(method):
    rules = PairRules(method=method, reliability=0.8, sd=5, points=5, fraction=0.5)
    report = judge_pairs([(20, 10), (20, 20)], rules)
    # Later scores fell to 15 on the whole, and 10 is within 5.88 of what that lets expect.
    shared = method is Method.HSU_LINN_LORD
    assert report.each[0] is (Category.UNCHANGED if shared else Category.IMPROVED)
    has_one_threshold = {Method.JACOBSON_TRUAX, Method.MINIMAL_IMPORTANT_DIFFERENCE}
    assert (report.reliable_change is not None) == (method in has_one_threshold)


@pytest.mark.parametrize(
    ("pairs", "rules", "words"),
    [
        ([], PairRules(reliability=0.9), "nobody has both scores"),
        ([(1, 2)], PairRules(reliability=0.9), "at least two people"),
        (PAIRS, PairRules(), "reliability"),
        (PAIRS, PairRules(method=Method.MINIMAL_IMPORTANT_DIFFERENCE), "--points"),
        (PAIRS, PairRules(method=Method.PERCENTAGE_CHANGE), "--percent"),
        (PAIRS, PairRules(reliability=0.9, cutoff=CutoffKind.B), "functional mean for cutoff b"),
        (
            PAIRS,
            PairRules(reliability=0.9, cutoff=CutoffKind.C, functional_mean=3),
            "functional standard deviation for cutoff c",
        ),
    ],
)
def test_what_is_lacking_is_named(pairs, rules, words):
    with pytest.raises(ValueError, match=words):
        judge_pairs(pairs, rules)


SCORES = st.integers(0, 60)
MANY = st.lists(st.tuples(SCORES, SCORES), min_size=2, max_size=20)
LAW = PairRules(reliability=0.9, sd=6, functional_mean=8, functional_sd=5)


@given(MANY)
def test_scores_turned_upside_down_change_no_category(pairs):
    turned = [(60 - before, 60 - after) for before, after in pairs]
    upside_down = replace(LAW, direction=Direction.BETTER, functional_mean=52)
    assert judge_pairs(turned, upside_down).each == judge_pairs(pairs, LAW).each


@given(MANY, st.randoms(use_true_random=False))
def test_order_does_not_matter(pairs, random):
    shuffled = random.sample(pairs, len(pairs))
    assert judge_pairs(shuffled, LAW).categories == judge_pairs(pairs, LAW).categories


@given(MANY)
def test_a_more_reliable_measure_never_makes_a_reliable_change_unreliable(pairs):
    before = judge_pairs(pairs, LAW).each
    after = judge_pairs(pairs, replace(LAW, reliability=0.95)).each
    moved = [place for place, category in enumerate(before) if category != Category.UNCHANGED]
    assert [after[place] for place in moved] == [before[place] for place in moved]
