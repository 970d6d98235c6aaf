import math
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clinical.change.thresholds import Threshold, ThresholdRule
from dashboard.clinical.outcomes.retention import (
    Followed,
    Step,
    drop_out_by_session,
    followed_to_improvement,
    median_sessions_attended,
    median_weeks,
    remaining_intervals,
    steps,
)
from dashboard.clinical.outcomes.windows import DatedScore
from dashboard.clinical.words import Direction

FIRST = date(2026, 3, 2)
SIX = Threshold(6, ThresholdRule.AT_LEAST)


def on_day(day, value):
    return DatedScore(FIRST + timedelta(days=day), 0, value)


def test_drop_out_counts_those_who_could_still_leave():
    # One leaves after session 1 and one after 3; one completes 3, one is still there after 2.
    people = [Followed(1, True), Followed(3, True), Followed(3, False), Followed(2, False)]
    assert drop_out_by_session(people) == (
        Step(at=1, followed=4, happened=1, remaining=0.75),
        Step(at=2, followed=3, happened=0, remaining=0.75),
        Step(at=3, followed=2, happened=1, remaining=0.375),
    )


def test_nobody_followed_has_no_steps():
    assert steps([]) == ()


@pytest.mark.parametrize(
    ("sessions", "expected"), [([], None), ([5], 5), ([8, 1, 6], 6), ([8, 1, 6, 3], 4.5)]
)
def test_the_median_of_sessions_attended(sessions, expected):
    assert median_sessions_attended(sessions) == expected


def followed(later):
    return followed_to_improvement(on_day(0, 18), later, FIRST, SIX, Direction.WORSE)


def test_the_first_reliable_improvement_is_the_one_that_counts():
    assert followed([on_day(28, 8), on_day(7, 13), on_day(14, 12)]) == Followed(3, True)


def test_without_improvement_a_person_is_followed_to_the_last_score():
    assert followed([on_day(7, 13), on_day(50, 14)]) == Followed(8, False)


def test_scores_that_are_not_later_tell_nothing():
    assert followed([on_day(0, 5), on_day(-7, 2)]) is None
    assert followed([]) is None


def test_a_later_score_before_the_first_session_is_no_response_to_it():
    baseline = on_day(-10, 18)
    later = [on_day(-3, 5)]
    assert followed_to_improvement(baseline, later, FIRST, SIX, Direction.WORSE) is None


@pytest.mark.parametrize(
    ("people", "weeks"),
    [
        ([Followed(2, True), Followed(5, True), Followed(8, False)], 5),
        ([Followed(2, True), Followed(8, False)], 2),
        ([Followed(2, True), Followed(8, False), Followed(8, False)], None),
        ([], None),
    ],
)
def test_the_week_by_which_half_have_improved(people, weeks):
    assert median_weeks(people) == weeks


many = st.lists(st.builds(Followed, st.integers(1, 10), st.booleans()), min_size=1, max_size=30)


@settings(max_examples=100)
@given(many)
def test_nobody_comes_back_and_everybody_is_counted_once(people):
    found = steps(people)
    remaining = [step.remaining for step in found]
    assert remaining == sorted(remaining, reverse=True)
    assert found[0].followed == len(people)
    assert sum(step.happened for step in found) == sum(person.happened for person in people)


@settings(max_examples=100)
@given(st.lists(st.integers(1, 10), min_size=1, max_size=30))
def test_with_nobody_still_on_the_way_it_is_the_plain_share(ends):
    for step in steps([Followed(end, True) for end in ends]):
        assert round(step.remaining, 9) == round(sum(end > step.at for end in ends) / len(ends), 9)


# Weeks in remission of the 21 children given 6-mercaptopurine (Freireich and others, 1963).
RELAPSED = (6, 6, 6, 7, 10, 13, 16, 22, 23)
STILL_WELL = (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
REMISSION = [Followed(at, True) for at in RELAPSED] + [Followed(at, False) for at in STILL_WELL]


@pytest.mark.parametrize(
    ("week", "share", "low", "high"),
    [
        (6, 0.8571, 0.6197, 0.9516),
        (7, 0.8067, 0.5631, 0.9228),
        (10, 0.7529, 0.5032, 0.8894),
        (16, 0.6275, 0.3675, 0.8049),
        (23, 0.4482, 0.1881, 0.6801),
    ],
)
def test_the_published_intervals_of_the_remission_trial(week, share, low, high):
    found = steps(REMISSION)
    interval = remaining_intervals(found)[week - 1]
    assert round(found[week - 1].remaining, 4) == share
    assert (round(interval.low, 4), round(interval.high, 4)) == (low, high)


# The 21 given a placebo in the same trial; all relapsed, so that nobody leaves the count before.
PLACEBO = (1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)


@pytest.mark.parametrize(
    ("week", "share", "low", "high"),
    [(1, 0.9048, 0.6700, 0.9753), (2, 0.8095, 0.5689, 0.9239)],
)
def test_the_intervals_that_another_program_lists_for_the_placebo(week, share, low, high):
    """As Stata's `sts list` prints them (G. Rodríguez, Princeton, Demographic Methods)."""
    found = steps([Followed(at, True) for at in PLACEBO])
    interval = remaining_intervals(found)[week - 1]
    assert round(found[week - 1].remaining, 4) == share
    assert (round(interval.low, 4), round(interval.high, 4)) == (low, high)


def test_before_the_first_and_after_the_last_there_is_no_interval():
    found = steps([Followed(2, True), Followed(2, True)])
    assert remaining_intervals(found) == (None, None)
    assert remaining_intervals(()) == ()


def naive_interval(people, at):
    """Greenwood's sum and the log-log ends, person by person, without steps."""
    times = sorted({each.until for each in people if each.happened and each.until <= at})
    share, total = 1.0, 0.0
    for time in times:
        there = len([each for each in people if each.until >= time])
        gone = len([each for each in people if each.until == time and each.happened])
        share = share * (there - gone) / there
        if share == 0:
            return None
        total = total + gone / (there * (there - gone))
    if not times:
        return None
    middle = math.log(-math.log(share))
    spread = 1.959963984540054 * math.sqrt(total / math.log(share) ** 2)
    return math.exp(-math.exp(middle + spread)), math.exp(-math.exp(middle - spread))


@settings(max_examples=200)
@given(many)
def test_a_second_computation_gives_the_same_intervals(people):
    found = steps(people)
    for step, interval in zip(found, remaining_intervals(found), strict=True):
        expected = naive_interval(people, step.at)
        if interval is None:
            assert expected is None
        else:
            assert (interval.low, interval.high) == pytest.approx(expected, abs=1e-9)
            assert 0 <= interval.low <= step.remaining <= interval.high <= 1
