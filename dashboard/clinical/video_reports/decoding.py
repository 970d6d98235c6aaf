"""Bytes of an attendance file as rows with their line numbers."""

import csv
import io
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass

from dashboard.clinical.video_reports.problems import Unreadable

LARGEST_FILE = 5_000_000
MOST_ROWS = 20_000
MOST_CELLS = 200
DELIMITERS = "\t;,"
SAMPLE_LINES = 40
ENCODED = ((BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True)
class Row:
    """One row: the line it ends on, from 1, and its cells without the spaces around them."""

    line: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Say whether nothing is written in it."""
        return not any(self.cells)


def decode(data: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16 by its mark, else UTF-8, UTF-16 or Windows-1252."""
    if not data.strip():
        raise Unreadable("The file is empty.")
    if len(data) > LARGEST_FILE:
        raise Unreadable("The file is larger than 5 MB: it cannot be of one session.")
    if data.startswith(b"PK\x03\x04"):
        raise Unreadable("This is a workbook, not a CSV file: save it as CSV and try again.")
    for encoding in encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Unreadable("This is not a text file: choose the attendance report as CSV.")


def encodings(data: bytes) -> tuple[str, ...]:
    """The encodings to try, in order; where a mark says it, that one alone."""
    for mark, encoding in ENCODED:
        if data.startswith(mark):
            return (encoding,)
    if data[1:2] == b"\0":
        return ("utf-16-le",)
    if data[:1] == b"\0":
        return ("utf-16-be",)
    return ("utf-8", "cp1252")


def rows_of(text: str) -> list[Row]:
    """Split a text into rows by the delimiter that most of its first lines hold."""
    sample = "\n".join(text.splitlines()[:SAMPLE_LINES])
    delimiter = max(DELIMITERS, key=sample.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[Row] = []
    try:
        for cells in reader:
            rows.append(Row(reader.line_num, tuple(cell.strip() for cell in cells)))
            if len(cells) > MOST_CELLS:
                raise Unreadable("The file has too many columns to be an attendance report.")
            if len(rows) > MOST_ROWS:
                raise Unreadable("The file has too many rows to be of one session.")
    except csv.Error as error:
        raise Unreadable(f"Line {reader.line_num} cannot be read: {error}.") from None
    return rows
