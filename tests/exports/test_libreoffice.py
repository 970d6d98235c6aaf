"""Exports as LibreOffice opens them: what it took each cell for is read from what it saves."""

import subprocess
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from dashboard.caseload.attendance_export import AttendanceFilters
from dashboard.exports.making import FileFormat, Form, Wanted, make_file
from dashboard.sheet_text import csv_bytes
from tests.exports.test_xlsx import RISKY, sheet_with

pytestmark = pytest.mark.libreoffice
FIND = Path(__file__).resolve().parents[2] / "scripts" / "find-libreoffice"
read = datetime.fromisoformat


DANA = [
    (read("2026-09-29"), "date"), ("Depression, Tuesday", "s"), (1, "n"), (1, "n"),
    ("Dana Wells", "s"), ("present", "s"), (90, "n"), ("yes", "s"), ("P-1", "s"),
]  # fmt: skip
WEEKS = [(read(f"2026-{day}"), "date") for day in ("09-29", "10-06", "10-13")]


@pytest.fixture
def opened(tmp_path):
    """Let LibreOffice open a file; return its first sheet as it was understood, by rows."""

    def opened(name: str, content: bytes):
        (tmp_path / name).write_bytes(content)
        soffice = subprocess.run([FIND], capture_output=True, text=True, check=True).stdout.strip()
        how = ["--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
        if name.endswith("csv"):
            how.append("--infilter=CSV:44,34,76,1")  # commas, quotes, UTF-8, from line 1
        converted = [*how, "--convert-to", "xlsx", "--outdir", "seen", name]
        subprocess.run([soffice, *converted], cwd=tmp_path, check=True, capture_output=True)
        sheet = load_workbook((tmp_path / "seen" / name).with_suffix(".xlsx")).worksheets[0]
        return [
            [(cell.value, "date" if cell.is_date else cell.data_type) for cell in row]
            for row in sheet.iter_rows()
        ]

    return opened


def content(viewer, form, file_format):
    made = make_file(viewer, Wanted(AttendanceFilters(), form, file_format))
    with made.file as file:
        return file.read()


@pytest.mark.parametrize(
    ("file_format", "elias"), [("csv", "'=Elias Moreau"), ("xlsx", "=Elias Moreau")]
)
def test_the_long_table(small, opened, file_format, elias):
    table = opened(f"long.{file_format}", content(small.lena, Form.LONG, FileFormat(file_format)))
    assert len(table) == 6
    assert table[0][0] == ("session_date", "s")
    assert table[1][:9] == DANA
    assert table[2][4] == (elias, "s")


@pytest.mark.parametrize("file_format", FileFormat)
def test_the_register(small, opened, file_format):
    table = opened(f"register.{file_format}", content(small.lena, Form.REGISTER, file_format))
    assert table[0][0] == ("group", "s")
    assert table[1][4:7] == WEEKS
    assert table[3][8:] == [(1, "n"), (0, "n"), (2, "n"), (3, "n")]


def test_risky_text_is_text_to_the_letter(opened, tmp_path):
    file, sheet = sheet_with(tmp_path, [[text] for text in RISKY])
    sheet.book.close()
    assert opened("risky.xlsx", file.getvalue())[1:] == [[(text, "s")] for text in RISKY]


def test_risky_text_in_csv_is_text_with_an_apostrophe(opened):
    told = opened("risky.csv", csv_bytes(["text"], [[text] for text in RISKY]))[1:]
    # Within a cell, LibreOffice makes a return a line break.
    formulas = [f"'{text}".replace("\r", "\n") for text in RISKY[:-1]]
    assert told == [[(text, "s")] for text in [*formulas, RISKY[-1]]]
