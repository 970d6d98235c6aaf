"""Marks, minutes and reasons, at each threshold and beside it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.clinical.video_reports import (
    Presence,
    Proposal,
    ProposalSettings,
    match_visits,
    presence,
    propose,
)
from dashboard.clinical.words import Mark
from tests.clinical.video_reports.evening import EVENING, ROSA, visit

PRESENT, LATE, EARLY = Mark.PRESENT, Mark.LATE, Mark.LEFT_EARLY
IN = "In the room {} of 90 minutes, known by name"


def proposed(*visits, settings=None):
    matches = match_visits(visits, [ROSA], [], {})
    asked = () if settings is None else (settings,)
    (proposal,) = propose(matches, [ROSA], EVENING, *asked)
    return proposal


# from, to: mark, minutes, and what follows in the reason
TIMED = {
    (-10, 95): (PRESENT, 90, "."),
    (10, 90): (PRESENT, 80, "."),
    (11, 90): (LATE, 79, "; joined 11 minutes late."),
    (0, 80): (PRESENT, 80, "."),
    (0, 79): (EARLY, 79, "; left 11 minutes early."),
    (20, 75): (LATE, 55, "; joined 20 minutes late; left 15 minutes early."),
    (15, 70): (EARLY, 55, "; joined 15 minutes late; left 20 minutes early."),
    (15, 75): (LATE, 60, "; joined 15 minutes late; left 15 minutes early."),
    (45, 90): (LATE, 45, "; joined 45 minutes late."),
    (46, 90): (None, 44, ": too short to count by itself."),
    (95, 120): (None, 0, ": too short to count by itself."),
}


@pytest.mark.parametrize("times", TIMED)
def test_times_make_a_mark(times):
    mark, minutes, rest = TIMED[times]
    assert proposed(visit("Rosa Lind", *times)) == Proposal(
        ROSA.key, mark, minutes, IN.format(minutes) + rest
    )


# minutes without times: mark, and what follows in the reason
UNTIMED = {
    44: (None, ": too short to count by itself."),
    45: (PRESENT, "; whether at the start or the end is not known."),
    79: (PRESENT, "; whether at the start or the end is not known."),
    80: (PRESENT, "."),
    90: (PRESENT, "."),
}


@pytest.mark.parametrize("minutes", UNTIMED)
def test_durations_alone_make_no_lateness(minutes):
    mark, rest = UNTIMED[minutes]
    assert proposed(visit("Rosa Lind", seconds=minutes * 60)) == Proposal(
        ROSA.key, mark, minutes, IN.format(minutes) + rest
    )


def test_thresholds_are_settings():
    strict = ProposalSettings(Fraction(2, 3), 5)
    assert proposed(visit("Rosa Lind", 6, 90), settings=strict).mark is LATE
    assert proposed(visit("Rosa Lind", 5, 65), settings=strict).mark is EARLY
    assert proposed(visit("Rosa Lind", 0, 59), settings=strict).mark is None


def test_unknown_is_not_absent():
    assert proposed(visit("Rosa Lind")) == Proposal(
        ROSA.key, None, None, "In the report by name, but for how long is not known."
    )


UNSEEN = "Not recognized in the report, but {} still to be assigned."


def test_nobody_is_a_no_show_while_names_are_to_be_assigned():
    assert proposed() == Proposal(ROSA.key, Mark.NO_SHOW, None, "Not in the report.")
    one = Proposal(ROSA.key, None, None, UNSEEN.format("1 name is"))
    two = Proposal(ROSA.key, None, None, UNSEEN.format("2 names are"))
    assert proposed(visit("iPhone", 0, 90)) == one
    assert proposed(visit("iPhone", 0, 90), visit("Galaxy", 0, 90)) == two


TOGETHER = [
    ([visit(start=0, end=40), visit(start=50, end=90)], Presence(80, 0, 0)),
    ([visit(start=0, end=60), visit(start=30, end=90)], Presence(90, 0, 0)),
    ([visit(start=20, end=30), visit(start=0, end=80)], Presence(80, 0, 10)),
    ([visit(start=-30, end=-10), visit(start=5, end=90)], Presence(85, 5, 0)),
    ([visit(start=0, end=90, seconds=3600)], Presence(60, 0, 0)),
    ([visit(start=0, end=90, seconds=9000)], Presence(90, 0, 0)),
    ([visit(seconds=9000)], Presence(90, None, None)),
    ([visit(seconds=600), visit(seconds=600)], Presence(None, None, None)),
    ([visit(start=0, end=90), visit(seconds=600)], Presence(None, None, None)),
    ([visit()], Presence(None, None, None)),
]


@pytest.mark.parametrize(("visits", "expected"), TOGETHER)
def test_rejoins_are_put_together_and_overlaps_counted_once(visits, expected):
    assert presence(visits, EVENING) == expected


TIMES = st.tuples(st.integers(-30, 120), st.integers(0, 100)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(TIMES, min_size=1, max_size=6), st.randoms())
def test_minutes_agree_with_counting_each_minute(times, shuffled):
    visits = [visit(start=start, end=end) for start, end in times]
    shuffled.shuffle(visits)
    minutes = {minute for start, end in times for minute in range(start, end)} & set(range(90))
    found = presence(visits, EVENING)
    assert found.minutes == len(minutes)
    assert found.late == (min(minutes) if minutes else None)
    assert found.early == (89 - max(minutes) if minutes else None)
