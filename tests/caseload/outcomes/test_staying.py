"""Who stays, and how attendance stands beside outcome, of those whose windows are asked for."""

from datetime import timedelta

from dashboard.caseload.outcomes import OutcomeFilters, Which, headline, people_behind
from dashboard.clinical.outcomes.intervals import Proportion
from tests.caseload.outcomes.stories import (
    STARTS,
    attends,
    comes_and_scores,
    scores,
)
from tests.factories import make_group

LAST_DAY = STARTS + timedelta(days=63)


def small_practice(ana):
    """Two improved, one unchanged, one worse, one with a baseline only; all came every time."""
    made = make_group(ana, people=5)
    by_day = [{0: 18, 30: 9}, {0: 20, 56: 14}, {0: 12, 40: 10}, {0: 10, 40: 17}, {0: 15, 14: 8}]
    for stay, found in zip(made.enrollments, by_day, strict=True):
        comes_and_scores(made, stay, found)
    return made


def test_who_stays_is_of_those_whose_windows_are_asked_for(ana, seen_by):
    small_practice(ana)
    asked = OutcomeFilters(closed_from=LAST_DAY, closed_to=LAST_DAY)
    assert headline(seen_by(ana), asked).staying.dropped_out == Proportion(0, 5)
    later = OutcomeFilters(closed_from=LAST_DAY + timedelta(days=1))
    found = headline(seen_by(ana), later)
    assert (found.staying.dropped_out, found.staying.followed) == (Proportion(0, 0), 0)
    behind = people_behind(seen_by(ana), later)
    assert [len(people) for people in behind.values()] == [0] * len(Which)


def test_outcome_by_sessions_attended_is_of_those_with_two_scores(ana, seen_by):
    made = small_practice(ana)
    late = make_group(ana, people=1, name="Depression, late")
    attends(late, late.enrollments[0], range(1, 4))
    scores(late.enrollments[0], {0: 18, 30: 9})
    assert len(made.sessions) == 8
    assert headline(seen_by(ana), OutcomeFilters()).by_sessions == [
        ("3 or 4 sessions", Proportion(1, 1)),
        ("7 or 8 sessions", Proportion(2, 4)),
    ]
