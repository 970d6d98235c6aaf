"""One row: who, from when to when, for how long."""

from datetime import timedelta

import pytest

from dashboard.clinical.video_reports.problems import Unreadable
from dashboard.clinical.video_reports.visits import CLOCKS_BACK, ORDER, Visit, read_visit, settle
from dashboard.clinical.video_reports.words_in_files import Column
from tests.clinical.video_reports.evening import EVENING, after, local, visit

NAME, FIRST, LAST, EMAIL = Column.NAME, Column.FIRST_NAME, Column.LAST_NAME, Column.EMAIL
JOINED, LEFT, MINUTES = Column.JOINED, Column.LEFT, Column.MINUTES
DURATION = Column.DURATION
TIMES = {JOINED: "6:05 PM", LEFT: "7:30 PM"}

ROWS = [
    ({NAME: "Rosa"}, Visit(2, "Rosa", "")),
    ({FIRST: "Rosa", LAST: "Lind", EMAIL: "r@x.org"}, Visit(2, "Rosa Lind", "r@x.org")),
    ({FIRST: "Rosa"}, Visit(2, "Rosa", "")),
    ({NAME: "", FIRST: "", LAST: "Lind"}, Visit(2, "Lind", "")),
    ({NAME: "R", MINUTES: "85"}, Visit(2, "R", "", None, None, 5100)),
    ({NAME: "R", DURATION: "85 min"}, Visit(2, "R", "", None, None, 5100)),
    ({NAME: "R", **TIMES}, Visit(2, "R", "", after(5), after(90))),
    ({NAME: "R", **TIMES, LEFT: ""}, Visit(2, "R", "")),
    ({NAME: "R", **TIMES, JOINED: ""}, Visit(2, "R", "")),
]


@pytest.mark.parametrize(("cells", "expected"), ROWS)
def test_a_row_is_read(cells, expected):
    assert read_visit(2, cells, EVENING) == (expected, ())


UNKNOWN = [
    ({MINUTES: "many"}, "The duration 'many' was not understood."),
    ({DURATION: "85"}, "The duration '85' was not understood."),
    ({**TIMES, LEFT: "late"}, "The time 'late' was not understood."),
    ({**TIMES, LEFT: "6:04 PM"}, ORDER),
]


@pytest.mark.parametrize(("cells", "message"), UNKNOWN)
def test_what_is_not_understood_is_unknown(cells, message):
    assert read_visit(2, {NAME: "R", **cells}, EVENING) == (Visit(2, "R", ""), (message,))


FIRST_HOUR, SECOND_HOUR = local(2026, 11, 1, 1, 15), local(2026, 11, 1, 1, 15, fold=1)
BEFORE = local(2026, 11, 1, 0, 30)


@pytest.mark.parametrize(
    ("minutes", "left"),
    [(45, FIRST_HOUR), (46.5, FIRST_HOUR), (105, SECOND_HOUR), (103.5, SECOND_HOUR)],
)
def test_the_duration_tells_which_hour_is_meant(minutes, left):
    found = settle((BEFORE,), (FIRST_HOUR, SECOND_HOUR), round(minutes * 60))
    assert found == (BEFORE, left)


@pytest.mark.parametrize("seconds", [None, 75 * 60, round(46.5 * 60) + 1])
def test_without_a_fitting_duration_it_is_not_guessed(seconds):
    with pytest.raises(Unreadable) as refusal:
        settle((BEFORE,), (FIRST_HOUR, SECOND_HOUR), seconds)
    assert str(refusal.value) == CLOCKS_BACK


@pytest.mark.parametrize(("over", "refused"), [(0, False), (1, True)])
def test_nobody_stays_for_more_than_a_day(over, refused):
    left = BEFORE + timedelta(hours=24, seconds=over)
    try:
        assert settle((BEFORE,), (left,), None) == (BEFORE, left)
    except Unreadable as refusal:
        assert str(refusal) == "The times are more than a day apart: they are not used."
        assert refused


OVERLAPS = [
    ((None, None), None),
    ((-20, -5), None),
    ((-20, 0), None),
    ((-20, 1), (0, 1)),
    ((5, 80), (5, 80)),
    ((80, 120), (80, 90)),
    ((90, 120), None),
]


@pytest.mark.parametrize(("times", "part"), OVERLAPS)
def test_only_the_part_within_the_session_counts(times, part):
    expected = part and (after(part[0]), after(part[1]))
    assert visit("R", *times).overlap(EVENING) == expected
