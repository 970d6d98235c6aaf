"""People by sessions from plain rows, and the three honest counts of them."""

import pytest

from dashboard.clinical.attendance import (
    AttendanceRate,
    RegisterCell,
    RegisterColumn,
    RegisterRow,
    Unmarked,
    attendance_counts,
    register,
)
from dashboard.clinical.words import Mark, SessionState
from tests.clinical.attendance.histories import week

HELD, CANCELLED = SessionState.HELD, SessionState.CANCELLED
PLANNED = SessionState.PLANNED


def row(person, number, mark=None, minutes=None, state=HELD, expected=True):
    name = {1: "Rosa Lind", 2: "Idris Vane"}[person]
    return RegisterRow(
        person, name, number + 70, number, week(number), state, expected, mark, minutes
    )


ROWS = [
    row(2, 2, Mark.LATE, 70),
    row(2, 1, Mark.PRESENT, 90),
    row(1, 1, expected=False, mark=Mark.PRESENT),
    row(1, 2),
    row(1, 3, state=CANCELLED, expected=False),
    row(1, 4, state=PLANNED, expected=False),
    row(2, 4, state=PLANNED, expected=False),
    row(1, 5, Mark.NO_SHOW),
]


def test_columns_are_the_sessions_by_date():
    states = {3: CANCELLED, 4: PLANNED}
    assert register(ROWS).columns == tuple(
        RegisterColumn(number + 70, number, week(number), states.get(number, HELD))
        for number in (1, 2, 3, 4, 5)
    )


def test_every_cell_says_something():
    lines = {line.name: line.cells for line in register(ROWS).lines}
    assert lines == {
        "Idris Vane": (
            RegisterCell(Mark.PRESENT, 90),
            RegisterCell(Mark.LATE, 70),
            RegisterCell(Unmarked.NOT_EXPECTED),
            RegisterCell(Unmarked.PLANNED),
            RegisterCell(Unmarked.NOT_EXPECTED),
        ),
        "Rosa Lind": (
            RegisterCell(Unmarked.NOT_EXPECTED),
            RegisterCell(Unmarked.NOT_RECORDED),
            RegisterCell(Unmarked.CANCELLED),
            RegisterCell(Unmarked.PLANNED),
            RegisterCell(Mark.NO_SHOW),
        ),
    }


def test_people_keep_their_order_and_have_totals():
    assert [(line.person, line.total) for line in register(ROWS).lines] == [
        (2, AttendanceRate(attended=2, missed=0, not_recorded=0)),
        (1, AttendanceRate(attended=0, missed=1, not_recorded=1)),
    ]


def test_nothing_is_an_empty_register():
    assert (register([]).columns, register([]).lines) == ((), ())


STAYS = [row(1, 1, Mark.PRESENT, 90), row(1, 1, expected=False)]


@pytest.mark.parametrize("rows", [STAYS, STAYS[::-1]])
def test_of_two_stays_the_expected_one_counts(rows):
    (line,) = register(rows).lines
    assert (line.cells, line.total) == ((RegisterCell(Mark.PRESENT, 90),), AttendanceRate(1, 0, 0))


def test_two_expected_rows_of_one_person_are_refused():
    with pytest.raises(ValueError, match="two rows for 'Rosa Lind' on 2026-01-06, and both"):
        register([row(1, 1), row(1, 1)])


def test_the_three_honest_counts():
    counts = attendance_counts(ROWS)
    assert (counts.sessions_held, counts.expected, counts.attended) == (3, 4, 2)
    assert counts.not_recorded == 1


def test_a_session_without_people_was_still_held():
    counts = attendance_counts(ROWS, [(71, HELD), (79, HELD), (80, CANCELLED), (81, PLANNED)])
    assert (counts.sessions_held, counts.expected) == (4, 4)
