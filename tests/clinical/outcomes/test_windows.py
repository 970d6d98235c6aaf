from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clinical.outcomes.windows import (
    DatedScore,
    WindowRules,
    WindowScores,
    choose_scores,
    window_closed,
    window_end,
)

FIRST = date(2026, 3, 2)


def on_day(day, value=10, sequence=0):
    return DatedScore(FIRST + timedelta(days=day), sequence, value)


@pytest.mark.parametrize(
    ("day", "is_baseline", "is_outcome"),
    [
        (-15, False, False),
        (-14, True, False),
        (-13, True, False),
        (7, True, False),
        (8, False, False),
        (20, False, False),
        (21, False, True),
        (22, False, True),
        (63, False, True),
        (64, False, False),
    ],
)
def test_the_edges_of_both_windows(day, is_baseline, is_outcome):
    found = choose_scores([on_day(day)], FIRST)
    assert (found.baseline is not None, found.outcome is not None) == (is_baseline, is_outcome)


def test_the_earliest_baseline_and_the_latest_outcome_are_chosen():
    scores = [on_day(day, value=day) for day in (60, -3, 28, 0, 14, 70)]
    assert choose_scores(scores, FIRST) == WindowScores(
        on_day(-3, -3), on_day(60, 60), on_day(60, 60)
    )


def test_a_score_between_the_windows_is_carried_forward():
    found = choose_scores([on_day(0), on_day(14, 7)], FIRST)
    assert found == WindowScores(on_day(0), None, on_day(14, 7))


def test_only_a_baseline_carries_nothing_forward():
    assert choose_scores([on_day(0)], FIRST) == WindowScores(on_day(0), None, None)


def test_a_score_after_the_window_is_not_carried_into_it():
    assert choose_scores([on_day(0), on_day(64)], FIRST).last_later is None


def test_without_a_baseline_there_is_nothing_to_carry_from():
    assert choose_scores([on_day(30)], FIRST) == WindowScores(None, on_day(30), None)


def test_no_scores_are_unknown():
    assert choose_scores([], FIRST) == WindowScores(None, None, None)


def test_two_scores_of_one_date_are_told_apart_by_their_sequence():
    scores = [on_day(0, 5, 2), on_day(0, 9, 1), on_day(30, 3, 4), on_day(30, 8, 3)]
    found = choose_scores(scores, FIRST)
    assert (found.baseline.value, found.outcome.value) == (9, 3)


def test_the_window_closes_after_its_last_day():
    assert window_end(FIRST) == date(2026, 5, 4)
    closed = [window_closed(FIRST, date(2026, 5, day)) for day in (3, 4, 5)]
    assert closed == [False, False, True]


def test_a_practice_may_use_another_window():
    rules = WindowRules(outcome_from=50, outcome_to=84)
    assert choose_scores([on_day(40), on_day(80)], FIRST, rules).outcome == on_day(80)
    assert window_closed(FIRST, FIRST + timedelta(days=84), rules) is False


@settings(max_examples=100)
@given(
    st.lists(st.builds(on_day, st.integers(-30, 90), st.integers(0, 27))).flatmap(
        lambda scores: st.tuples(st.just(scores), st.permutations(scores))
    )
)
def test_the_order_of_the_scores_does_not_matter(both):
    scores, shuffled = both
    assert choose_scores(scores, FIRST) == choose_scores(shuffled, FIRST)
