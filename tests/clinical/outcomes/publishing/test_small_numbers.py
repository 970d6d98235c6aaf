import pytest

from dashboard.clinical.outcomes.intervals import Proportion
from dashboard.clinical.outcomes.publishing.small_numbers import (
    interval_words,
    is_greyed,
    is_small,
    share_text,
    share_with_interval,
)


@pytest.mark.parametrize(
    ("count", "small"), [(0, False), (1, True), (2, True), (9, True), (10, True), (11, False)]
)
def test_counts_of_one_to_ten_are_small(count, small):
    assert is_small(count) is small


@pytest.mark.parametrize(("people", "greyed"), [(29, True), (30, False), (31, False)])
def test_under_thirty_is_greyed(people, greyed):
    assert is_greyed(people) is greyed


@pytest.mark.parametrize(
    ("numerator", "denominator", "text"),
    [
        (0, 0, "0 of 0"),
        (7, 9, "7 of 9"),
        (7, 10, "70% (7 of 10)"),
        (8, 11, "73% (8 of 11)"),
    ],
)
def test_no_percentage_under_ten_people(numerator, denominator, text):
    assert share_text(Proportion(numerator, denominator)) == text


@pytest.mark.parametrize(
    ("numerator", "denominator", "text"),
    [(0, 0, ""), (7, 9, ""), (7, 10, "40 to 89"), (14, 20, "48 to 85")],
)
def test_no_interval_in_percent_under_ten_people(numerator, denominator, text):
    assert interval_words(Proportion(numerator, denominator)) == text


@pytest.mark.parametrize(
    ("numerator", "denominator", "text"),
    [(0, 0, "0 of 0"), (7, 9, "7 of 9"), (7, 10, "70% (7 of 10, 95% interval 40 to 89)")],
)
def test_a_share_stands_with_its_interval_in_one_pair_of_brackets(numerator, denominator, text):
    assert share_with_interval(Proportion(numerator, denominator)) == text
