"""Tables of counts made fit for export: no count of 1 to 10 in them, and none to be worked out.

Rows and columns with their totals are one grid in which every line adds up. A hidden cell can be
worked out unless hidden cells form a ring through it, along which one person could be moved around
without changing what is shown. So for each hidden small count the cheapest such ring is hidden too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from dashboard.clinical.outcomes.publishing.small_numbers import is_small

_Cell = tuple[int, int]


@dataclass(frozen=True)
class SuppressedTable:
    """The counts with their totals; None is a suppressed count, never zero."""

    cells: tuple[tuple[int | None, ...], ...]
    row_totals: tuple[int | None, ...]
    column_totals: tuple[int | None, ...]
    total: int | None


def suppress(counts: Sequence[Sequence[int]]) -> SuppressedTable:
    """The table with its totals and all that must be hidden hidden; zeros always stay.

    Raises ValueError for a negative count, no cells, or rows of unequal length.
    """
    grid = _with_totals(counts)
    small = [
        (row, column)
        for row, line in enumerate(grid)
        for column, count in enumerate(line)
        if is_small(count)
    ]
    hidden = set(small)
    for cell in small:
        hidden |= _cheapest_ring(grid, hidden, cell)
    shown = [
        tuple(None if (row, column) in hidden else count for column, count in enumerate(line))
        for row, line in enumerate(grid)
    ]
    return SuppressedTable(
        cells=tuple(line[:-1] for line in shown[:-1]),
        row_totals=tuple(line[-1] for line in shown[:-1]),
        column_totals=shown[-1][:-1],
        total=shown[-1][-1],
    )


def _with_totals(counts: Sequence[Sequence[int]]) -> list[list[int]]:
    widths = {len(line) for line in counts}
    if len(widths) != 1 or widths == {0} or any(count < 0 for line in counts for count in line):
        raise ValueError("a table has equal rows of counts that are not negative")
    grid = [[*line, sum(line)] for line in counts]
    return [*grid, [sum(column) for column in zip(*grid, strict=True)]]


def _cheapest_ring(grid: list[list[int]], hidden: set[_Cell], cell: _Cell) -> set[_Cell]:
    """The ring through `cell` that hides the fewest people more: a shortest path in the grid.

    Rows and columns are the stations and cells the ways between them; nothing is paid for a cell
    that is hidden already.
    """
    start, goal = ("row", cell[0]), ("column", cell[1])
    waiting = [(0, start, frozenset[_Cell]())]
    reached = set()
    while True:
        # A ring through totals is always open, so the goal is found.
        cost, station, ring = heappop(waiting)
        if station == goal:
            return set(ring)
        if station in reached:
            continue
        reached.add(station)
        for way, after in _ways(grid, station, cell):
            price = 0 if way in hidden else grid[way[0]][way[1]]
            heappush(waiting, (cost + price, after, ring | {way}))


def _is_line_total(grid: list[list[int]], cell: _Cell) -> bool:
    return (cell[0] == len(grid) - 1) != (cell[1] == len(grid[0]) - 1)


def _ways(
    grid: list[list[int]], station: tuple[str, int], cell: _Cell
) -> Iterator[tuple[_Cell, tuple[str, int]]]:
    """Cells that are open from a row to columns, or from a column to rows, and where they lead.

    When one person is added to `cell`, a count passed from row to column gives one up, and one
    passed from column to row receives one; a total of a line the other way round. What gives one
    up must keep at least one, since it is known that zeros are never hidden.
    """
    from_row, number = station[0] == "row", station[1]
    for other in range(len(grid[0]) if from_row else len(grid)):
        way = (number, other) if from_row else (other, number)
        turned = _is_line_total(grid, way) != _is_line_total(grid, cell)
        needed = 2 if from_row != turned else 1
        if way != cell and grid[way[0]][way[1]] >= needed:
            yield way, ("column" if from_row else "row", other)
