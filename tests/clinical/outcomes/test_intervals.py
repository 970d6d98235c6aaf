import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clinical.outcomes.intervals import (
    Interval,
    MeanInterval,
    Proportion,
    mean_interval,
    wilson,
)


@pytest.mark.parametrize(
    ("numerator", "denominator", "low", "high"),
    [
        (7, 10, 39.7, 89.2),
        (14, 20, 48.1, 85.5),
        (35, 50, 56.2, 80.9),
        (70, 100, 60.4, 78.1),
        (280, 400, 65.3, 74.3),
    ],
)
def test_the_published_table_of_seventy_percent(numerator, denominator, low, high):
    interval = wilson(numerator, denominator)
    assert (round(interval.low * 100, 1), round(interval.high * 100, 1)) == (low, high)


def test_nobody_has_no_share_and_no_interval():
    nobody = Proportion(0, 0)
    assert (nobody.share, nobody.interval) == (None, None)


def test_a_proportion_knows_its_share_and_interval():
    assert Proportion(7, 10).share == 0.7
    assert Proportion(7, 10).interval == wilson(7, 10)


@pytest.mark.parametrize(("numerator", "denominator"), [(-1, 5), (6, 5)])
def test_more_than_all_is_refused(numerator, denominator):
    with pytest.raises(ValueError, match="not a proportion"):
        Proportion(numerator, denominator)


counts = st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@settings(max_examples=200)
@given(counts)
def test_the_interval_contains_the_share_and_stays_within_bounds(count):
    interval = wilson(*count)
    assert 0 <= interval.low <= count[0] / count[1] <= interval.high <= 1
    assert interval.low < interval.high


@settings(max_examples=100)
@given(counts)
def test_the_interval_of_the_others_is_its_mirror(count):
    interval, mirror = wilson(*count), wilson(count[1] - count[0], count[1])
    assert round(interval.low + mirror.high, 9) == 1
    assert round(interval.high + mirror.low, 9) == 1


@settings(max_examples=100)
@given(counts)
def test_four_times_the_people_narrow_the_interval(count):
    few, many = wilson(*count), wilson(count[0] * 4, count[1] * 4)
    assert many.high - many.low < few.high - few.low


def test_a_mean_with_its_interval():
    found = mean_interval([1, 2, 3, 4, 5])
    assert (found.mean, found.n) == (3, 5)
    # t 2.7764 with 4 degrees, SD 1.5811, standard error 0.7071
    assert (round(found.interval.low, 4), round(found.interval.high, 4)) == (1.0368, 4.9632)


def test_one_value_has_a_mean_without_an_interval_and_none_has_nothing():
    assert mean_interval([4]) == MeanInterval(4, None, 1)
    assert mean_interval([]) is None


def test_equal_values_have_an_interval_of_no_width():
    assert mean_interval([2, 2, 2]) == MeanInterval(2, Interval(2, 2), 3)
