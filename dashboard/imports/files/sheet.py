"""A long file as columns and rows of cells; equal texts are kept once, so that it stays small."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.errors import Refused
from dashboard.imports.files.lines import (
    check_columns,
    delimiter_of,
    fingerprint_of,
    numbered_lines,
)
from dashboard.imports.files.text import decoded
from dashboard.sheet_text import plain_text

LARGEST_BYTES = 200_000_000
MOST_ROWS = 1_000_000
Line = tuple[int, list[str]]


@dataclass(frozen=True)
class Sheet:
    """The names of the columns, and each row with its line; every row has a cell a column."""

    columns: tuple[str, ...]
    lines: list[Line]

    @property
    def fingerprint(self) -> str:
        """What stands for the names of the columns: files with the same ones are read alike."""
        return fingerprint_of(self.columns)


def read_sheet(content: bytes) -> Sheet:
    """Return the sheet in a CSV file. Raises Refused with what is wrong with it, and where."""
    text = decoded(content, largest=LARGEST_BYTES)
    found = numbered_lines(text, delimiter_of(text))
    _line, head = next(found, (0, []))
    columns = tuple(plain_text(name.strip()) for name in head)
    check_columns(columns)
    lines = list(_rows(found, len(columns)))
    if not lines:
        raise Refused("The file needs a line of column names and at least one row.", field="file")
    return Sheet(columns, lines)


def _rows(found: Iterator[Line], width: int) -> Iterator[Line]:
    kept: dict[str, str] = {}
    for number, (line, cells) in enumerate(found):
        if number == MOST_ROWS:
            raise Refused(f"The file has more than {MOST_ROWS:,} rows; split it.", field="file")
        if any(cells[width:]):
            raise Refused(f"Line {line} has more cells than there are columns.", field="file")
        shared = [
            kept.setdefault(cell, cell) for cell in (plain_text(text.strip()) for text in cells)
        ]
        yield line, shared[:width] + [""] * (width - len(shared))
