"""A file of assessments as a table: each row by the names of its columns."""

from dataclasses import dataclass

from dashboard.errors import Refused
from dashboard.imports.files.lines import (
    check_columns,
    delimiter_of,
    fingerprint_of,
    numbered_lines,
)
from dashboard.imports.files.sheet import LARGEST_BYTES, MOST_ROWS
from dashboard.imports.files.text import decoded


@dataclass(frozen=True)
class Row:
    """One row with the number of the line in the file where it ends."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Table:
    """The columns of a file, as they are called there, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    decimal_comma: bool

    @property
    def fingerprint(self) -> str:
        """What stands for the names of the columns: files with the same ones are read alike."""
        return fingerprint_of(self.columns)


def read_table(content: bytes) -> Table:
    """Return the table in a CSV file. Raises Refused with what is wrong with the file."""
    text = decoded(content, largest=LARGEST_BYTES)
    delimiter = delimiter_of(text)
    filled = [
        (line, [cell.strip() for cell in cells]) for line, cells in numbered_lines(text, delimiter)
    ]
    if len(filled) < 2:
        raise Refused("The file needs a line of column names and at least one row.", field="file")
    if len(filled) > MOST_ROWS + 1:
        words = f"The file has more than {MOST_ROWS:,} rows; split it."
        raise Refused(words, field="file")
    columns = tuple(filled[0][1])
    check_columns(columns)
    rows = tuple(Row(line, row_cells(line, columns, cells)) for line, cells in filled[1:])
    return Table(columns, rows, decimal_comma=delimiter != ",")


def row_cells(line: int, columns: tuple[str, ...], cells: list[str]) -> dict[str, str]:
    """Return a row by column; a short row is filled with empty cells."""
    if any(cells[len(columns) :]):
        raise Refused(f"Line {line} has more cells than there are columns.", field="file")
    filled = cells + [""] * len(columns)
    return {name: cell for name, cell in zip(columns, filled, strict=False) if name}
