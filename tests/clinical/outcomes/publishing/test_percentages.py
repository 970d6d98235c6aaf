from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clinical.outcomes.intervals import Interval, Proportion
from dashboard.clinical.outcomes.publishing.percentages import (
    interval_text,
    percent,
    percent_text,
    proportion_text,
)


@pytest.mark.parametrize(
    ("share", "decimals", "expected"),
    [
        (0.7, 0, "70"),
        (0.705, 0, "71"),
        (0.145, 0, "15"),
        (0.025, 0, "3"),
        (0.7049, 0, "70"),
        (2 / 3, 1, "66.7"),
        (0.0005, 1, "0.1"),
        (0, 0, "0"),
        (1, 1, "100.0"),
    ],
)
def test_halves_are_rounded_up(share, decimals, expected):
    assert str(percent(share, decimals)) == expected


def test_texts():
    assert percent_text(0.7) == "70%"
    assert percent_text(None) == "unknown"
    assert interval_text(Interval(0.6128, 0.7748)) == "61 to 77"
    assert proportion_text(Proportion(84, 120)) == "84 of 120 (70%, 95% interval 61 to 77)"
    assert proportion_text(Proportion(0, 0)) == "0 of 0"


@settings(max_examples=100)
@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_whole_percents_are_those_of_whole_number_arithmetic(count):
    numerator, denominator = count
    expected = (200 * numerator + denominator) // (2 * denominator)
    assert percent(numerator / denominator) == Decimal(expected)
