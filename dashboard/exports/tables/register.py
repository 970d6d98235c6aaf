"""The register: people by weeks, one block for each cycle of each group."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dashboard.caseload.attendance_export import AttendanceRow
from dashboard.clinical.attendance import register
from dashboard.sheet_text import Value

FIRST = ("group", "cycle", "participant", "participant_id")
LAST = ("attended", "missed", "not_recorded", "expected")
DATES = "session date"
REGISTER_MEANINGS = (
    ("group", "Name of the group"),
    ("cycle", "Number of the group's cycle, from 1"),
    ("participant", f"Given and family name, or a pseudonym; {DATES} in the first row of a cycle"),
    ("participant_id", "The practice's code for the person, or the pseudonym"),
    ("week_1, week_2 ...", "What is recorded for the session of that week; empty before it begins"),
    ("attended", "Sessions attended, of those expected"),
    ("missed", "Sessions missed, of those expected"),
    ("not_recorded", "Sessions expected without a mark"),
    ("expected", "Sessions held while the person was enrolled and not on hold"),
)

Cycles = dict[tuple[str, int], list[AttendanceRow]]


def by_cycle(rows: Iterable[AttendanceRow]) -> Cycles:
    """The rows of each cycle of each group, by name and number."""
    found: Cycles = defaultdict(list)
    for row in rows:
        found[row.session.group, row.session.cycle].append(row)
    return dict(sorted(found.items()))


def register_names(rows: Iterable[AttendanceRow]) -> list[str]:
    """The names of the columns: as many weeks as the longest cycle has."""
    longest = max((max(row.session.week, row.session.cycle_length) for row in rows), default=0)
    return [*FIRST, *(f"week_{week}" for week in range(1, longest + 1)), *LAST]


def register_lines(rows: list[AttendanceRow]) -> Iterator[list[Value]]:
    """For each cycle its dates, then each person by name."""
    weeks = len(register_names(rows)) - len(FIRST) - len(LAST)
    for (group, cycle), found in by_cycle(rows).items():
        yield from cycle_lines([group, cycle], found, weeks)


def cycle_lines(head: list[Value], rows: list[AttendanceRow], weeks: int) -> Iterator[list[Value]]:
    """The block of one cycle."""
    laid_out = register(row.for_register for row in sorted(rows, key=by_name))
    codes = {row.stay.participant_id: row.stay.code for row in rows}
    dates: dict[int, Value] = {column.week: column.on for column in laid_out.columns}
    yield [*head, DATES, None, *in_weeks(dates, weeks), None, None, None, None]
    for line in laid_out.lines:
        cells = zip(laid_out.columns, line.cells, strict=True)
        says: dict[int, Value] = {column.week: cell.says.value for column, cell in cells}
        total = line.total
        counts = (total.attended, total.missed, total.not_recorded, total.expected)
        yield [*head, line.name, codes[line.person], *in_weeks(says, weeks), *counts]


def by_name(row: AttendanceRow) -> tuple[str, str, str]:
    """The order of people."""
    return row.stay.family_name, row.stay.given_name, row.stay.code


def in_weeks(values: dict[int, Value], weeks: int) -> list[Value]:
    """The values by week, with a gap where there is none."""
    return [values.get(week) for week in range(1, weeks + 1)]
