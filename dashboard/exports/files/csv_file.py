"""CSV as RFC 4180 has it: UTF-8 with its mark, commas, and lines that end in CR LF."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from dashboard.exports.files.sheet import Definitions
from dashboard.sheet_text import Value, csv_cell


class CsvSheet:
    """A CSV file; the same rows always give the same bytes."""

    def __init__(self, file: BinaryIO) -> None:
        # The mark at the beginning tells spreadsheets that this is UTF-8.
        self.text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
        self.writer = csv.writer(self.text, lineterminator="\r\n")

    def head(self, names: Sequence[str]) -> None:
        self.writer.writerow(names)

    def row(self, values: Iterable[Value]) -> None:
        self.writer.writerow([csv_cell(value) for value in values])

    def finish(self, definitions: Definitions) -> None:
        """Write out what is left; a CSV file has no room for definitions."""
        self.text.flush()
        self.text.detach()
