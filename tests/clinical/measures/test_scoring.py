"""Scores: sums, means, reversed items, and missing answers at and beyond the limit."""

import pytest

from dashboard.clinical.measures import (
    library_measure,
    parse_definition,
    score_answers,
)


def answers(*values):
    return {str(number): value for number, value in enumerate(values, 1)}


def same(key, value, missing=0):
    """Answer every item of a measure alike, but leave out the last ones."""
    items = library_measure(key).items
    answered = len(items) - missing
    return {item.key: value if place < answered else None for place, item in enumerate(items)}


FULL = [
    ("phq9", 3, 27),
    ("gad7", 2, 14),
    ("pcl5", 4, 80),
    ("ocir", 1, 18),
    ("bsl23", 2, 2),
    ("ders16", 1, 16),
    ("peg", 7, 7),
    ("dar5", 5, 25),
    ("pg13r", 3, 30),
    ("csi4", 5, 20),
    ("who5", 3, 60),
    ("global_change", 6, 6),
    ("core10", 1, 14),  # eight items of 1 and two reversed ones of 3
    ("core10", 0, 8),
    ("core10", 4, 32),
]
LIMITS = [
    ("phq9", 2, 1, 9),
    ("gad7", 1, 1, 7),
    ("pcl5", 4, 1, 20),
    ("ocir", 3, 1, 18),
    ("bsl23", 2, 1, 1),
    ("ders16", 3, 2, 32),
    ("dar5", 1, 2, 10),
    ("pg13r", 2, 2, 20),
    ("who5", 1, 3, 60),
]


@pytest.mark.parametrize(("key", "answer", "total"), FULL)
def test_a_full_form(key, answer, total):
    score = score_answers(library_measure(key), same(key, answer))
    assert (score.total, score.missing, score.prorated, score.reason) == (total, (), False, None)


@pytest.mark.parametrize(("key", "limit", "answer", "total"), LIMITS)
def test_missing_answers_up_to_the_limit_are_prorated(key, limit, answer, total):
    score = score_answers(library_measure(key), same(key, answer, limit))
    assert (score.total, len(score.missing), score.prorated) == (total, limit, True)


@pytest.mark.parametrize(("key", "limit", "answer", "total"), LIMITS)
def test_one_missing_answer_too_many_gives_no_total(key, limit, answer, total):
    score = score_answers(library_measure(key), same(key, answer, limit + 1))
    items = len(library_measure(key).items)
    assert score.total is None
    assert score.reason == f"{limit + 1} of {items} answers are missing; at most {limit} may be."


@pytest.mark.parametrize("key", ["peg", "csi4", "global_change"])
def test_some_measures_need_every_answer(key):
    score = score_answers(library_measure(key), same(key, 1, 1))
    items = len(library_measure(key).items)
    assert score.total is None
    assert score.reason == f"1 of {items} answers is missing; none may be."


def test_core_ten_is_ten_times_the_sum_by_the_answered():
    form = answers(4, 4, 4, 0, 0, 0, 0, 1, None, None)
    # Items 2 and 3 are reversed: 4 + 0 + 0 + 0 + 0 + 0 + 0 + 1 = 5 in eight answers.
    assert score_answers(library_measure("core10"), form).total == 6.25


def test_a_prorated_sum_is_rounded_a_half_upwards():
    # Eight answers of 4 points: 4 x 9 / 8 = 4.5.
    form = answers(3, 1, 0, 0, 0, 0, 0, 0, None)
    assert score_answers(library_measure("phq9"), form).total == 5


def test_a_prorated_sum_below_the_half_is_rounded_down():
    # Seven answers of 4 points: 4 x 9 / 7 = 5.14.
    form = answers(3, 1, 0, 0, 0, 0, 0, None, None)
    assert score_answers(library_measure("phq9"), form).total == 5


def test_without_prorating_an_unverified_rule_gives_no_total():
    score = score_answers(library_measure("phq9"), same("phq9", 1, 1), prorate=False)
    assert (score.total, score.prorated) == (None, False)
    assert score.reason == "1 of 9 answers is missing; none may be."


def test_without_prorating_a_published_rule_still_holds():
    score = score_answers(library_measure("bsl23"), same("bsl23", 2, 2), prorate=False)
    assert (score.total, score.prorated) == (2, True)


def test_an_absent_item_is_a_missing_one():
    score = score_answers(library_measure("gad7"), {"1": 3})
    assert (score.answered, score.missing) == (1, ("2", "3", "4", "5", "6", "7"))


def test_no_answer_at_all_is_no_score():
    score = score_answers(library_measure("phq9"), {})
    assert (score.total, score.answered) == (None, 0)
    assert score.subscales == {"mood": None, "body": None}


def test_subscales_of_the_ocir():
    form = answers(*[1, 2, 3, 4, 0, 1] * 3)
    assert score_answers(library_measure("ocir"), form).subscales == {
        "hoarding": 3,
        "checking": 6,
        "ordering": 9,
        "neutralizing": 12,
        "washing": 0,
        "obsessing": 3,
    }


def test_a_subscale_with_a_gap_is_unknown_while_the_total_is_not():
    form = {**same("ocir", 1), "7": None}
    score = score_answers(library_measure("ocir"), form)
    assert (score.total, score.subscales["hoarding"], score.subscales["checking"]) == (18, None, 3)


def test_coping_scales_are_means_without_a_total():
    wccl = library_measure("dbt_wccl")
    form = {item.key: 1 for item in wccl.items}
    form |= dict.fromkeys(wccl.subscale("skills_use").items, 3)
    score = score_answers(wccl, form)
    assert score.subscales == {"skills_use": 3, "dysfunctional_1": 1, "dysfunctional_2": 1}
    assert score.total is None
    assert score.reason == "This measure has no total: each of its scales is read alone."


@pytest.mark.parametrize(
    ("prorate", "missing", "mean", "prorated"),
    [(True, 1, 2, True), (True, 2, None, False), (False, 1, None, False), (False, 0, 2, False)],
)
def test_a_coping_scale_with_gaps(prorate, missing, mean, prorated):
    wccl = library_measure("dbt_wccl")
    form = dict.fromkeys(wccl.subscale("dysfunctional_2").items[missing:], 2)
    score = score_answers(wccl, form, prorate=prorate)
    assert (score.subscales["dysfunctional_2"], score.prorated) == (mean, prorated)


def test_weekly_ratings_are_read_one_by_one():
    score = score_answers(library_measure("weekly_ratings"), {"pain": 7, "mood": 0})
    assert score.subscales == {
        "pain": 7,
        "mood": 0,
        "worry": None,
        "sleep": None,
        "energy": None,
        "connection": None,
    }
    assert (score.total, score.prorated) == (None, False)


def test_a_measure_without_items_takes_only_its_total(total_only):
    measure = parse_definition(total_only)
    score = score_answers(measure, {})
    assert (score.total, score.answered) == (None, 0)
    assert score.reason == "Only the total of this measure is entered."
