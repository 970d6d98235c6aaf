"""Invented practices: people with scores, made at random, for laws and second implementations."""

from datetime import date, timedelta

from hypothesis import strategies as st

from dashboard.clinical.change.thresholds import Comparison, Cutoff, Threshold, ThresholdRule
from dashboard.clinical.outcomes.counting import CourseOutcome, judge
from dashboard.clinical.outcomes.windows import DatedScore, WindowScores, choose_scores
from dashboard.clinical.words import Direction

FIRST = date(2026, 3, 2)
SIX = Threshold(6, ThresholdRule.AT_LEAST)
TEN = Cutoff(10, Comparison.GE)

# One person: scores by day, and sessions attended.
people = st.tuples(
    st.dictionaries(st.sampled_from([-10, 0, 7, 14, 21, 40, 63, 70]), st.integers(0, 27)),
    st.integers(1, 8),
)
practices = st.lists(people, max_size=30)


def judged(person) -> CourseOutcome:
    by_day, sessions = person
    scores = [DatedScore(FIRST + timedelta(days=day), 0, value) for day, value in by_day.items()]
    return judge(choose_scores(scores, FIRST), SIX, TEN, Direction.WORSE, sessions)


def judged_all(practice) -> list[CourseOutcome]:
    return [judged(person) for person in practice]


NO_DATA = judge(WindowScores(None, None, None), SIX, TEN, Direction.WORSE, 1)
