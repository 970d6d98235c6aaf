"""From the bytes of a file to a table: encodings, delimiters, and files that are no table."""

import csv
import io
from dataclasses import dataclass

from dashboard.errors import Refused

LARGEST_BYTES = 1_000_000
MOST_ROWS = 20_000
DELIMITERS = ",;\t"
NOT_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")


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


def read_table(content: bytes) -> Table:
    """Return the table in a CSV file. Raises Refused with what is wrong with the file."""
    text = decoded(content)
    first = text.lstrip("\n").partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        numbered = [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader]
    except csv.Error as error:
        raise Refused(f"Line {reader.line_num} is not CSV: {error}.", field="file") from error
    filled = [(line, cells) for line, cells in numbered if any(cells)]
    if len(filled) < 2:
        raise Refused("The file needs a line of column names and at least one row.", field="file")
    if len(filled) > MOST_ROWS:
        raise Refused(f"The file has more than {MOST_ROWS:,} rows; split it.", field="file")
    columns = tuple(filled[0][1])
    check_columns(columns)
    rows = tuple(Row(line, row_cells(line, columns, cells)) for line, cells in filled[1:])
    return Table(columns, rows, decimal_comma=delimiter != ",")


def decoded(content: bytes) -> str:
    """Return the text of a file: UTF-16 by its mark, UTF-8, or else Windows-1252."""
    if len(content) > LARGEST_BYTES:
        raise Refused("The file is larger than 1 MB; split it.", field="file")
    if content.startswith(NOT_TEXT):
        raise Refused("This is not a CSV file. Save the sheet as CSV first.", field="file")
    try:
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = content.decode("utf-16")
        else:
            text = decoded_bytes(content)
    except UnicodeDecodeError as error:
        raise Refused("The text of this file cannot be read.", field="file") from error
    if "\x00" in text:
        raise Refused("This is not a text file.", field="file")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decoded_bytes(content: bytes) -> str:
    """Return text of one byte, or several, a character."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def check_columns(columns: tuple[str, ...]) -> None:
    """Refuse two columns of one name: nobody could tell which is meant."""
    named = [name for name in columns if name]
    for name in named:
        if named.count(name) > 1:
            raise Refused(f"The column {name} is there twice.", field="file")


def row_cells(line: int, columns: tuple[str, ...], cells: list[str]) -> dict[str, str]:
    """Return a row by column; a short row is filled with empty cells."""
    if any(cells[len(columns) :]):
        raise Refused(f"Line {line} has more cells than there are columns.", field="file")
    filled = cells + [""] * len(columns)
    return {name: cell for name, cell in zip(columns, filled, strict=False) if name}
