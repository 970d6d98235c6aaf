import csv
from statistics import fmean, stdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clinical.change.sudden_gains import SuddenGain, sudden_gains
from dashboard.clinical.words import Direction
from tests.shared_data import shared_data_files

WEEKLY_FILES = shared_data_files("weekly_bdi_43x12.csv")


def read_weeks(path):
    with path.open(newline="", encoding="utf-8") as file:
        return [
            [float(row[f"bdi_s{week}"]) if row[f"bdi_s{week}"] else None for week in range(1, 13)]
            for row in csv.DictReader(file)
        ]


def described(people):
    by_person = [sudden_gains(scores, 7) for scores in people]
    gains = [gain for person in by_person for gain in person]
    return {
        "people": len(people),
        "gains": len(gains),
        "people with gains": sum(len(person) > 0 for person in by_person),
        "people with several": sum(len(person) > 1 for person in by_person),
        "mean points": fmean(gain.points for gain in gains),
        "SD of points": round(stdev(gain.points for gain in gains), 2),
        "reversals": sum(gain.reversed_later for gain in gains),
    }


# An invented practice of three, worked out by hand: two gains of 12 and 10 in one person, one of
# 12 in another that is given back, none in the third.
INVENTED = [
    [40, 41, 40, 28, 29, 28, 18, 17, 18],
    [30, 31, 30, 18, 17, 18, 30, None, 29],
    [20, 19, None, 18, 20, 19, 18, 17, 18],
]
INVENTED_RESULT = [3, 3, 2, 1, 34 / 3, 1.15, 1]
PUBLISHED_RESULT = [43, 24, 15, 8, 11.0, 3.43, 4]


@pytest.mark.parametrize(
    ("people", "result"),
    [
        pytest.param(INVENTED, INVENTED_RESULT, id="invented practice"),
        *(pytest.param(read_weeks(path), PUBLISHED_RESULT, id=path.name) for path in WEEKLY_FILES),
    ],
)
def test_the_gains_of_a_practice_are_those_published_or_worked_out(people, result):
    assert list(described(people).values()) == result


def test_the_published_result_is_checked_or_its_absence_is_said(capsys):
    words = "is here" if WEEKLY_FILES else "is absent, so its published result was not checked"
    with capsys.disabled():
        print(f"\nweekly_bdi_43x12.csv {words}")  # noqa: T201
    assert [path.name for path in WEEKLY_FILES] in ([], ["weekly_bdi_43x12.csv"])


def test_a_gain_that_lasts():
    scores = [30, 31, 30, 18, 17, 18]
    assert sudden_gains(scores, 7) == (SuddenGain(3, 30, 18, 12, reversed_later=False),)


def test_a_gain_is_reversed_when_more_than_half_is_given_back():
    kept = sudden_gains([30, 31, 30, 18, 17, 18, 24], 7)
    lost = sudden_gains([30, 31, 30, 18, 17, 18, 25], 7)
    assert [gain.reversed_later for gain in kept + lost] == [False, True]


@pytest.mark.parametrize(("after", "gains"), [(22, 0), (21, 1), (20, 1)])
def test_it_takes_the_minimum_points(after, gains):
    assert len(sudden_gains([28, 28, 28, after, after, after], 7)) == gains


@pytest.mark.parametrize(("after", "gains"), [(31, 0), (30, 1), (29, 1)])
def test_it_takes_a_quarter_of_the_score_before(after, gains):
    assert len(sudden_gains([40, 40, 40, after, after, after], 7)) == gains


def test_means_of_items_are_compared_without_rounding_dust():
    assert 11 / 3 - 5 / 3 < 2
    assert len(sudden_gains([11 / 3, 11 / 3, 5 / 3, 5 / 3], 2)) == 1


def test_a_drop_within_a_restless_course_is_no_gain():
    assert sudden_gains([30, 18, 30, 18, 30, 18], 7) == ()


@pytest.mark.parametrize(
    ("scores", "sessions"),
    [
        ([30, 18, 18, 18], []),
        ([30, 30, 18], []),
        ([30, 30, 18, 18], [2]),
        ([None, 30, 30, 18, None, 18], [3]),
        ([30, 30, None, 18, 18], []),
        ([30, None, 30, 18, None, None], []),
        ([], []),
    ],
)
def test_two_known_scores_a_side_and_both_neighbors(scores, sessions):
    assert [gain.session for gain in sudden_gains(scores, 7)] == sessions


def test_where_higher_is_better_a_gain_rises():
    expected = (SuddenGain(3, 40, 52, 12, reversed_later=False),)
    assert sudden_gains([40, 39, 40, 52, 53, 52], 7, Direction.BETTER) == expected
    assert sudden_gains([40, 39, 40, 52, 53, 52], 7, Direction.WORSE) == ()


weekly = st.lists(st.none() | st.integers(0, 63), max_size=12)


@settings(max_examples=200)
@given(weekly)
def test_every_gain_is_large_enough_and_where_it_says(scores):
    for gain in sudden_gains(scores, 7):
        assert scores[gain.session - 1 : gain.session + 1] == [gain.before, gain.after]
        assert gain.before - gain.after == gain.points
        assert gain.points >= max(7, gain.before / 4)


@settings(max_examples=100)
@given(weekly)
def test_a_higher_minimum_never_adds_a_gain(scores):
    assert set(sudden_gains(scores, 10)) <= set(sudden_gains(scores, 7))
