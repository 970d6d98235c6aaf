from datetime import date, timedelta

import pytest

from dashboard.clinical.change.thresholds import Comparison, Cutoff, Threshold, ThresholdRule
from dashboard.clinical.outcomes.track import track, week_number
from dashboard.clinical.words import Direction, Track

SIX = Threshold(6, ThresholdRule.AT_LEAST)
TEN = Cutoff(10, Comparison.GE)
FIRST = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("baseline", "latest", "week", "expected"),
    [
        (None, 12, 5, Track.GREY),
        (12, None, 5, Track.GREY),
        (12, 17, 3, Track.ON_TRACK),
        (12, 18, 3, Track.RED),
        (12, 19, 8, Track.RED),
        (3, 9, 2, Track.RED),
        (16, 11, 3, Track.ON_TRACK),
        (16, 11, 4, Track.AMBER),
        (16, 11, 5, Track.AMBER),
        (16, 10, 5, Track.ON_TRACK),
        (14, 10, 5, Track.AMBER),
        (14, 9, 5, Track.ON_TRACK),
    ],
)
def test_the_tracks_at_their_edges(baseline, latest, week, expected):
    assert track((baseline, latest), week, SIX, TEN, Direction.WORSE) is expected


def test_without_a_cutoff_there_is_no_amber():
    assert track((16, 16), 8, SIX, None, Direction.WORSE) is Track.ON_TRACK
    assert track((16, 22), 8, SIX, None, Direction.WORSE) is Track.RED


def test_where_higher_is_better_falling_is_red():
    fifty = Cutoff(50, Comparison.LE)
    ten = Threshold(10, ThresholdRule.AT_LEAST)
    assert track((60, 50), 2, ten, fifty, Direction.BETTER) is Track.RED
    assert track((45, 50), 4, ten, fifty, Direction.BETTER) is Track.AMBER


@pytest.mark.parametrize(
    ("day", "week"), [(-8, -1), (-1, 0), (0, 1), (6, 1), (7, 2), (20, 3), (21, 4), (63, 10)]
)
def test_weeks_count_from_the_first_attended_session(day, week):
    assert week_number(FIRST, FIRST + timedelta(days=day)) == week
