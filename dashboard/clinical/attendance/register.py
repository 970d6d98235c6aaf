"""The register: people by sessions from plain rows, for pages and exports."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.clinical.attendance.rate import AttendanceRate, rate_of_marks
from dashboard.clinical.words import Mark, SessionState


@dataclass(frozen=True)
class RegisterRow:
    """One person at one session. `expected` is what `is_expected` said of the stay."""

    person: int
    name: str
    session: int
    week: int
    on: date
    state: SessionState
    expected: bool
    mark: Mark | None = None
    minutes: int | None = None


class Unmarked(StrEnum):
    """Why a cell of the register has no mark that counts."""

    NOT_RECORDED = "not_recorded"
    NOT_EXPECTED = "not_expected"
    PLANNED = "planned"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class RegisterColumn:
    """One session of the register."""

    session: int
    week: int
    on: date
    state: SessionState


@dataclass(frozen=True)
class RegisterCell:
    """What one person's cell says; minutes only beside a mark, None where unknown."""

    says: Mark | Unmarked
    minutes: int | None = None


@dataclass(frozen=True)
class RegisterLine:
    """One person: a cell for each column, in their order, and the total of them."""

    person: int
    name: str
    cells: tuple[RegisterCell, ...]
    total: AttendanceRate


@dataclass(frozen=True)
class Register:
    """People by sessions."""

    columns: tuple[RegisterColumn, ...]
    lines: tuple[RegisterLine, ...]


def register(rows: Iterable[RegisterRow]) -> Register:
    """Lay rows out as people by sessions: people in the order given, sessions by date.

    A session without a row for a person reads as not expected. Of two stays of one person
    at one session the row that is expected counts; two that are raise ValueError.
    """
    columns: dict[int, RegisterColumn] = {}
    people: dict[int, dict[int, RegisterRow]] = {}
    for row in rows:
        columns[row.session] = RegisterColumn(row.session, row.week, row.on, row.state)
        mine = people.setdefault(row.person, {})
        mine[row.session] = better_row(mine.get(row.session), row)
    ordered = tuple(sorted(columns.values(), key=lambda column: (column.on, column.session)))
    return Register(ordered, tuple(line(mine, ordered) for mine in people.values()))


def better_row(kept: RegisterRow | None, row: RegisterRow) -> RegisterRow:
    """Choose between the rows of two stays of one person at one session."""
    if kept is None:
        return row
    if kept.expected and row.expected:
        raise ValueError(f"two rows for {row.name!r} on {row.on}, and both are expected")
    return kept if kept.expected else row


def line(mine: dict[int, RegisterRow], columns: tuple[RegisterColumn, ...]) -> RegisterLine:
    """One person's line."""
    first = next(iter(mine.values()))
    total = rate_of_marks(row.mark for row in mine.values() if row.expected)
    cells = tuple(cell(mine.get(column.session)) for column in columns)
    return RegisterLine(first.person, first.name, cells, total)


def cell(row: RegisterRow | None) -> RegisterCell:
    """What one cell says: a mark on a session that does not count is not shown as one."""
    if row is None:
        return RegisterCell(Unmarked.NOT_EXPECTED)
    if row.state is SessionState.CANCELLED:
        return RegisterCell(Unmarked.CANCELLED)
    if row.state is SessionState.PLANNED:
        return RegisterCell(Unmarked.PLANNED)
    if not row.expected:
        return RegisterCell(Unmarked.NOT_EXPECTED)
    if row.mark is None:
        return RegisterCell(Unmarked.NOT_RECORDED)
    return RegisterCell(row.mark, row.minutes)
