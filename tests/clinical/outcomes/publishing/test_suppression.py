from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clinical.outcomes.publishing.suppression import SuppressedTable, suppress


def test_a_table_without_small_counts_is_shown_whole():
    assert suppress([[0, 11], [25, 12]]) == SuppressedTable(
        ((0, 11), (25, 12)), (11, 37), (25, 23), 48
    )


def test_one_small_count_takes_three_more_with_it():
    assert suppress([[5, 20, 30], [40, 50, 60]]) == SuppressedTable(
        ((None, None, 30), (None, None, 60)), (55, 150), (45, 70, 90), 205
    )


def test_zeros_stay_since_they_hide_nothing():
    assert suppress([[5, 0], [20, 30]]).cells == ((None, 0), (None, 30))


def test_a_practice_of_one_person_shows_nothing():
    assert suppress([[1]]) == SuppressedTable(((None,),), (None,), (None,), None)


def test_one_row_hides_column_totals_too():
    assert suppress([[5, 200]]) == SuppressedTable(((None, None),), (205,), (None, None), 205)


@pytest.mark.parametrize("counts", [[], [[]], [[1, 2], [3]], [[-1]]])
def test_what_is_not_a_table_is_refused(counts):
    with pytest.raises(ValueError, match="equal rows"):
        suppress(counts)


def with_totals(cells):
    grid = [[*line, sum(line)] for line in cells]
    return [*grid, [sum(column) for column in zip(*grid, strict=True)]]


def shown_grid(table):
    rows = zip(table.cells, table.row_totals, strict=True)
    return [[*line, total] for line, total in rows] + [[*table.column_totals, table.total]]


def other_tables_that_fit(counts, shown):
    """Every table one person off in any hidden count that would be shown exactly so."""
    width = len(counts[0])
    flat = [count for line in counts for count in line]
    hidden = [shown[index // width][index % width] is None for index in range(len(flat))]
    for shifts in product(*[(-1, 0, 1) if is_hidden else (0,) for is_hidden in hidden]):
        moved = [count + shift for count, shift in zip(flat, shifts, strict=True)]
        grid = with_totals([moved[at : at + width] for at in range(0, len(flat), width)])
        if all(
            count >= 1 if seen is None else count == seen
            for line, seen_line in zip(grid, shown, strict=True)
            for count, seen in zip(line, seen_line, strict=True)
        ):
            yield grid


tables = st.integers(1, 3).flatmap(
    lambda width: st.lists(
        st.lists(
            st.sampled_from([0, 0, 1, 1, 2, 5, 10, 11, 12, 40]), min_size=width, max_size=width
        ),
        min_size=1,
        max_size=2,
    )
)


@settings(max_examples=200)
@given(tables)
def test_no_small_count_is_shown_or_can_be_worked_out(counts):
    shown = shown_grid(suppress(counts))
    true = with_totals(counts)
    possible = list(other_tables_that_fit(counts, shown))
    for row, column in product(range(len(true)), range(len(true[0]))):
        if 1 <= true[row][column] <= 10:
            assert shown[row][column] is None
            assert len({grid[row][column] for grid in possible}) > 1


@settings(max_examples=100)
@given(tables)
def test_what_is_shown_is_true_and_zeros_are_shown(counts):
    for line, seen_line in zip(with_totals(counts), shown_grid(suppress(counts)), strict=True):
        for count, seen in zip(line, seen_line, strict=True):
            assert seen == count or (seen is None and count > 0)
