"""Files that are no proper table: each is answered in plain words, with the line."""

import pytest

from dashboard.errors import Refused
from dashboard.imports.files.sheet import read_sheet
from tests.imports.mapped.bringing import bring

GOOD = "code,given_name,family_name\nB-1,Ana,Núñez\n"


@pytest.mark.parametrize(
    "content",
    [
        GOOD.encode(),
        GOOD.encode("utf-8-sig"),
        GOOD.encode("utf-16"),
        GOOD.encode("cp1252"),
        GOOD.replace(",", ";").encode(),
        GOOD.replace(",", "\t").encode(),
        GOOD.replace("\n", "\r\n").encode(),
        b"\n\n" + GOOD.encode() + b"\n,,\n",
    ],
)
def test_usual_encodings_and_delimiters_are_read_alike(content):
    sheet = read_sheet(content)
    assert sheet.columns == ("code", "given_name", "family_name")
    assert [cells for _line, cells in sheet.lines] == [["B-1", "Ana", "Núñez"]]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file needs a line of column names and at least one row."),
        (b"code,given_name\n", "The file needs a line of column names and at least one row."),
        (b"PK\x03\x04rest", "This is not a CSV file. Save the sheet as CSV first."),
        (b"code,name\nA,B\nC,\x00D\n", "Line 3 holds a NUL: this is not a text file."),
        ("code,name\nA,B\n".encode("utf-16-le"), "Line 1 holds a NUL: this is not a text file."),
        (b"code,name\nA,\x81\xff\n", "Line 2 holds bytes that are neither UTF-8 nor Windows text"),
        (b"\xff\xfea", "The text of this file cannot be read as UTF-16."),
        (b"code,name,code\nA,B,C\n", "The column code is there twice."),
        (",".join(map(str, range(1_001))).encode(), "The file has more than 1,000 columns."),
        (b"code,name\nA,B,C\n", "Line 2 has more cells than there are columns."),
        (b'code,name\nA,"B\nC,D\n', "Line 3: a quotation mark is opened and never closed."),
        (b'code,name\nA,"B"C\n', "Line 2: a quotation mark stands within a cell; write it twice"),
        (b"code,name\nA," + b"x" * 3_000_000 + b"\n", "Line 2: a cell holds more text than fits"),
    ],
)
def test_what_is_no_table_is_refused_with_its_line(content, said):
    with pytest.raises(Refused) as refusal:
        read_sheet(content)
    assert str(refusal.value).startswith(said)


def test_a_file_that_is_too_long_is_refused(monkeypatch):
    monkeypatch.setattr("dashboard.imports.files.sheet.MOST_ROWS", 1)
    with pytest.raises(Refused, match=r"^The file has more than 1 rows; split it\.$"):
        read_sheet(GOOD.encode() + b"B-2,Ben,Stone\n")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"columns": {"given_name": "nowhere"}}, "There is no column nowhere in the file."),
        ({"columns": {"color": "code"}}, "There is no field color in a file of roster."),
        ({"for_all": {"date_order": "ydm"}}, "date_order is one of mdy, dmy."),
        ({"columns": {"date_order": "code"}}, "There is no field date_order in a file of roster."),
        ({"for_all": {"code": "A"}}, "code cannot be one and the same for all rows."),
    ],
)
def test_columns_that_cannot_be_are_refused(importer, said, words):
    with pytest.raises(Refused) as refusal:
        bring(importer, "roster", GOOD, dry=True, **said)
    assert str(refusal.value) == words


def test_a_column_that_is_needed_is_asked_for(importer):
    with pytest.raises(Refused, match=r"^Choose the column with: Family name\.$") as refusal:
        bring(importer, "roster", "code,given_name\nA,B\n", dry=True)
    assert refusal.value.field == "family_name"
