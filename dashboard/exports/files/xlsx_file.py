"""XLSX: the table with its head in sight, real dates, text as text, and a sheet of definitions."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import BinaryIO

import xlsxwriter

from dashboard.errors import Refused
from dashboard.exports.files.sheet import Definitions
from dashboard.sheet_text import Value

MOST_ROWS = 1_048_575
WIDTHS = {"participant": 24, "group": 28, "starts_at": 17, "ends_at": 17, "time_zone": 18}
USUAL_WIDTH = 14


class XlsxSheet:
    """A workbook with the table and its definitions; one row at a time is kept in memory."""

    def __init__(
        self,
        file: BinaryIO,
        *,
        title: str,
        made_at: datetime,
        folder: str,
        most_rows: int = MOST_ROWS,
    ) -> None:
        self.most_rows = most_rows
        settings = {"constant_memory": True, "tmpdir": folder}
        self.book = xlsxwriter.Workbook(file, settings)
        self.book.set_properties({"title": title, "created": made_at.astimezone(UTC)})
        self.bold = self.book.add_format({"bold": True, "bottom": 1})
        self.day = self.book.add_format({"num_format": "yyyy-mm-dd"})
        self.moment = self.book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        self.table = self.book.add_worksheet(title)
        self.rows = 0

    def head(self, names: Sequence[str]) -> None:
        for column, name in enumerate(names):
            self.table.set_column(column, column, WIDTHS.get(name, USUAL_WIDTH))
            self.table.write_string(0, column, name, self.bold)
        self.table.freeze_panes(1, 0)
        self.columns = len(names)

    def row(self, values: Iterable[Value]) -> None:
        self.rows += 1
        if self.rows > self.most_rows:
            self.book.close()
            raise Refused(f"XLSX holds {self.most_rows:,} rows at most: take CSV, or fewer dates.")
        for column, value in enumerate(values):
            self.cell(self.table, self.rows, column, value)

    def cell(
        self, sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: Value
    ) -> None:
        """Write one cell by its own type: text is never looked at for formulas or links."""
        if value is None:
            return
        if isinstance(value, str):
            sheet.write_string(row, column, value)
        elif isinstance(value, datetime):
            naive = value.astimezone(UTC).replace(tzinfo=None)
            sheet.write_datetime(row, column, naive, self.moment)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, value, self.day)
        else:
            sheet.write_number(row, column, value)

    def finish(self, definitions: Definitions) -> None:
        self.table.autofilter(0, 0, self.rows, self.columns - 1)
        sheet = self.book.add_worksheet("Definitions")
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 90)
        parts = (
            ("This file", definitions.about),
            ("Columns", definitions.columns),
            ("Words", definitions.words),
        )
        at = 0
        for title, pairs in parts:
            sheet.write_string(at, 0, title, self.bold)
            for at, (name, meaning) in enumerate(pairs, at + 1):  # noqa: B020
                sheet.write_string(at, 0, name)
                self.cell(sheet, at, 1, meaning)
            at += 2
        sheet.freeze_panes(1, 0)
        self.book.close()
