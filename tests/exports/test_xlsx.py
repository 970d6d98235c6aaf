"""XLSX as another program reads it: types, frozen heads, definitions, and no formula anywhere."""

import io
from datetime import datetime

import pytest
from openpyxl import load_workbook

from dashboard.caseload.attendance_export import AttendanceFilters
from dashboard.errors import Refused
from dashboard.exports.files import XlsxSheet
from dashboard.exports.making import FileFormat, Form, Wanted, make_file
from tests.exports.conftest import AS_OF

# Sheets have no zones: these are dates at midnight, and moments in UTC.
read = datetime.fromisoformat
RISKY = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "http://example.org"]


def book(viewer, form=Form.LONG):
    made = make_file(viewer, Wanted(AttendanceFilters(), form, FileFormat.XLSX))
    with made.file as file:
        return load_workbook(io.BytesIO(file.read()))


def sheet_with(folder, rows, most_rows=10):
    file = io.BytesIO()
    sheet = XlsxSheet(
        file, title="Attendance", made_at=AS_OF, folder=str(folder), most_rows=most_rows
    )
    sheet.head(["text"])
    for row in rows:
        sheet.row(row)
    return file, sheet


def test_dates_are_dates_numbers_numbers_and_text_text(small):
    table = book(small.lena)["Attendance"]
    first = [cell.value for cell in table[2]][:9]
    words = ["Dana Wells", "present", 90, "yes", "P-1"]
    assert first == [read("2026-09-29"), "Depression, Tuesday", 1, 1, *words]
    assert table["A2"].number_format == "yyyy-mm-dd"
    assert table["R2"].value == read("2026-09-29T22:00")
    assert "".join(cell.data_type for cell in table[2])[:9] == "dsnnssnss"


def test_the_head_stays_in_sight_and_filters(small):
    table = book(small.lena)["Attendance"]
    assert (table.freeze_panes, table.auto_filter.ref) == ("A2", "A1:Y6")


def test_a_name_that_looks_like_a_formula_is_text(small):
    table = book(small.lena)["Attendance"]
    assert (table["E3"].value, table["E3"].data_type) == ("=Elias Moreau", "s")


def test_the_register_has_real_dates_too(small):
    table = book(small.lena, Form.REGISTER)["Register"]
    assert [cell.value for cell in table[2]][4:7] == [
        read("2026-09-29"), read("2026-10-06"), read("2026-10-13")
    ]  # fmt: skip


def test_the_definitions_say_the_counts(small):
    sheet = book(small.lena)["Definitions"]
    said = {row[0].value: row[1].value for row in sheet.iter_rows()}
    assert said["made by"] == "Lena Hart"
    assert said["made at, UTC"] == read("2026-10-15T12:00")
    assert said["sessions held"] == 3
    assert said["person-sessions expected"] == 4
    assert said["person-sessions attended"] == 2
    assert said["expected"].startswith("yes when the session was held")
    assert said["no_show"] == "missed without a word"


def test_risky_text_stays_text(tmp_path):
    file, sheet = sheet_with(tmp_path, [[text] for text in RISKY])
    sheet.book.close()
    cells = [row[0] for row in load_workbook(file)["Attendance"].iter_rows(min_row=2)]
    assert [cell.data_type for cell in cells] == ["s"] * len(RISKY)
    # The file spells a return as OOXML does; spreadsheets turn it back.
    assert [cell.value for cell in cells] == [text.replace("\r", "_x000D_") for text in RISKY]


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path):
    with pytest.raises(Refused, match="holds 1 rows at most"):
        sheet_with(tmp_path, [["a"], ["b"]], most_rows=1)
