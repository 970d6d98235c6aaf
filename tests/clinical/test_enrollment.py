"""Which status may follow which, as a table, and which seat is the next one."""

import pytest

from dashboard.clinical.enrollment import lowest_free_seat, may_become
from dashboard.clinical.words import EnrollmentStatus

# Rows: before; letters: the statuses that may follow.
LETTERS = dict(zip("RWAHCD", EnrollmentStatus, strict=True))
TABLE = {None: "RWA", "R": "WAD", "W": "RAD", "A": "HCD", "H": "ACD", "C": "", "D": ""}


@pytest.mark.parametrize("before", TABLE)
@pytest.mark.parametrize("after", LETTERS)
def test_a_stay_goes_on_only_as_the_table_says(before, after):
    status = None if before is None else LETTERS[before]
    assert may_become(status, LETTERS[after]) is (after in TABLE[before])


def test_the_letters_are_those_of_the_statuses():
    assert [word.value for word in LETTERS.values()] == [
        "reserved",
        "waitlisted",
        "active",
        "on_hold",
        "completed",
        "discharged",
    ]


@pytest.mark.parametrize(
    ("taken", "capacity", "seat"),
    [
        (set(), 1, 1),
        ({1, 3}, 8, 2),
        ({1, 2, 3}, 4, 4),
        ({1, 2, 3, 4}, 4, None),
        ({1, 2, 3, 4, 5}, 4, None),
        ({3, 4, 5, 6}, 4, None),
        ({2, 9}, 4, 1),
    ],
)
def test_the_lowest_free_seat_is_next_and_a_full_group_has_none(taken, capacity, seat):
    assert lowest_free_seat(taken, capacity) == seat
