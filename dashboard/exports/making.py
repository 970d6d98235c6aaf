"""From filters to a finished file: written row by row, counted and hashed, then handed over."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import file_digest
from typing import BinaryIO

from flask import current_app

from dashboard.caseload.attendance_export import (
    AttendanceFilters,
    AttendanceRow,
    attendance_rows,
    export_counts,
    rows_at_most,
)
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.attendance import AttendanceCounts
from dashboard.exports.files import CsvSheet, Definitions, Sheet, XlsxSheet
from dashboard.exports.pseudonyms import pseudonym
from dashboard.exports.tables import (
    LONG_COLUMNS,
    MARK_MEANINGS,
    REGISTER_MEANINGS,
    register_lines,
    register_names,
)

# More rows than this are made in the background: a page never waits long for its file.
MOST_AT_ONCE = 10_000
# After so many rows it is told how far the file is.
STRIDE = 500
# What is done, how much of it, and of how much.
Progress = Callable[[str, int, int], None]


def no_progress(what: str, done: int, total: int) -> None:
    """Tell nobody."""


class Form(StrEnum):
    """The shapes of an attendance export."""

    LONG = "long"
    REGISTER = "register"


class FileFormat(StrEnum):
    """The kinds of file."""

    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True)
class Wanted:
    """What is asked for. The register shows every mark, whatever the filters say of marks."""

    filters: AttendanceFilters
    form: Form = Form.LONG
    file_format: FileFormat = FileFormat.CSV
    pseudonyms: bool = False

    @property
    def asked(self) -> AttendanceFilters:
        whole = self.form is Form.REGISTER
        return replace(self.filters, marks=frozenset()) if whole else self.filters

    @property
    def name(self) -> str:
        """What the export is called in the list of exports."""
        names = ", pseudonyms" if self.pseudonyms else ""
        return f"attendance, {self.form}, {self.file_format}{names}"


@dataclass(frozen=True)
class Made:
    """A finished file that no folder shows, at its beginning; it goes when it is closed."""

    file: BinaryIO
    rows: int
    counts: AttendanceCounts
    sha256: str
    participant_ids: frozenset[int]


def is_large(viewer: Viewer, wanted: Wanted) -> bool:
    """Tell whether a file takes so long that nobody should wait for it with a page open."""
    return rows_at_most(viewer, wanted.asked) > MOST_AT_ONCE


def make_file(viewer: Viewer, wanted: Wanted, progress: Progress = no_progress) -> Made:
    """Write the whole file aside first, so that an error never leaves a part of one.

    Raises Refused for more rows than the kind of file holds.
    """
    folder = str(current_app.config["INSTANCE_FOLDER"])
    with ExitStack() as on_error, tempfile.TemporaryDirectory(dir=folder) as aside:
        file = on_error.enter_context(tempfile.TemporaryFile(dir=folder))
        sheet = _sheet(viewer, wanted, file, aside)
        table = Table(sheet)
        rows = attendance_rows(viewer, wanted.asked, pseudonym if wanted.pseudonyms else None)
        total = rows_at_most(viewer, wanted.asked)
        fill = table.fill_long if wanted.form is Form.LONG else table.fill_register
        counts = export_counts(viewer, wanted.asked, fill(told(rows, total, progress)))
        progress("Finishing the file", total, total)
        sheet.finish(definitions(viewer, wanted, table.rows, counts))
        on_error.pop_all()  # whoever gets the file closes it
    file.seek(0)
    checksum = file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return Made(file, table.rows, counts, checksum, frozenset(table.people))


def told(rows: Iterable[AttendanceRow], total: int, progress: Progress) -> Iterator[AttendanceRow]:
    """Hand rows on and tell now and then how many there were."""
    for number, row in enumerate(rows):
        if number % STRIDE == 0:
            progress("Reading attendance", number, total)
        yield row


class Table:
    """Rows on their way into a sheet; each is handed on to be counted."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.rows = 0
        self.people: set[int] = set()

    def fill_long(self, rows: Iterable[AttendanceRow]) -> Iterator[AttendanceRow]:
        """One row each, as they come."""
        self.sheet.head([column.name for column in LONG_COLUMNS])
        for row in rows:
            self.rows += 1
            self.people.add(row.stay.participant_id)
            self.sheet.row(column.value(row) for column in LONG_COLUMNS)
            yield row

    def fill_register(self, rows: Iterable[AttendanceRow]) -> Iterator[AttendanceRow]:
        """People by weeks, which needs all the rows at hand."""
        kept = list(rows)
        self.people.update(row.stay.participant_id for row in kept)
        self.sheet.head(register_names(kept))
        for line in register_lines(kept):
            self.rows += 1
            self.sheet.row(line)
        yield from kept


def _sheet(viewer: Viewer, wanted: Wanted, file: BinaryIO, folder: str) -> Sheet:
    if wanted.file_format is FileFormat.CSV:
        return CsvSheet(file)
    title = "Register" if wanted.form is Form.REGISTER else "Attendance"
    return XlsxSheet(file, title=title, made_at=viewer.as_of, folder=folder)


def definitions(viewer: Viewer, wanted: Wanted, rows: int, counts: AttendanceCounts) -> Definitions:
    """What the sheet of definitions says."""
    asked = wanted.asked.as_query()
    filters = ", ".join(f"{name}: {value}" for name, value in asked.items())
    columns = [(column.name, column.meaning) for column in LONG_COLUMNS]
    return Definitions(
        about=(
            ("made at, UTC", viewer.as_of),
            ("made by", viewer.name),
            ("filters", filters or "none"),
            ("names", "pseudonyms" if wanted.pseudonyms else "real"),
            ("rows", rows),
            ("sessions held", counts.sessions_held),
            ("person-sessions expected", counts.expected),
            ("person-sessions attended", counts.attended),
            ("person-sessions not recorded", counts.not_recorded),
        ),
        columns=columns if wanted.form is Form.LONG else REGISTER_MEANINGS,
        words=MARK_MEANINGS,
    )
