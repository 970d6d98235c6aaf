"""The sentence is computed from the rows, and says no more than they do."""

import pytest

from dashboard.charts.participant.course_words import course_summary
from dashboard.charts.rows import Course, SessionMark, WeekGain, WeekScore, WeekSession
from tests.charts.figures import BETTER_UP, WORSE_UP, weeks


@pytest.mark.parametrize(
    ("last", "told"),
    [
        (13, "5 points better, no more than measurement error explains."),
        (12, "6 points better, more than measurement error explains."),
        (11, "7 points better, more than measurement error explains."),
        (24, "6 points worse, more than measurement error explains."),
        (18, "no change."),
    ],
)
def test_a_change_is_held_against_measurement_error(last: float, told: str) -> None:
    summary = course_summary(Course(WORSE_UP, weeks([18, last])))
    assert summary == f"PHQ-9 went from 18 in week 0 to {last} in week 1: {told}"


def test_a_higher_score_is_better_where_the_measure_says_so() -> None:
    summary = course_summary(Course(BETTER_UP, weeks([40, 52.5])))
    assert summary == "WHO-5 went from 40 in week 0 to 52.5 in week 1: 12.5 points better."


def test_bands_gaps_gains_and_sessions_are_said() -> None:
    scores = (WeekScore(0, 12, None, "moderate"), *weeks([None, 5], 1))
    marks = (SessionMark.ATTENDED, SessionMark.MISSED, SessionMark.CANCELLED)
    sessions = tuple(WeekSession(week, mark) for week, mark in enumerate(marks, 1))
    course = Course(WORSE_UP, scores, sessions, gains=(WeekGain(2, 7),))
    assert course_summary(course) == (
        "PHQ-9 went from 12 (moderate) in week 0 to 5 in week 2: 7 points better, more than "
        "measurement error explains. Sudden gain into week 2. No score in week 1. "
        "Attended 1 of 2 sessions."
    )


def test_one_score_is_no_change() -> None:
    summary = course_summary(Course(WORSE_UP, weeks([None, 9])))
    assert summary == "One PHQ-9 score, 9 in week 1: a change needs two."
