"""Encodings and delimiters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.clinical.video_reports.decoding import Row, decode, rows_of
from dashboard.clinical.video_reports.problems import Unreadable

TEXT = "Name\tDauer\nZoë\t5"
BYTES = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with mark": TEXT.encode("utf-8-sig"),
    "UTF-16 with mark": b"\xff\xfe" + TEXT.encode("utf-16-le"),
    "UTF-16 big-endian with mark": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "UTF-16 without mark": TEXT.encode("utf-16-le"),
    "UTF-16 big-endian without mark": TEXT.encode("utf-16-be"),
    "Windows-1252": TEXT.encode("cp1252"),
}


@pytest.mark.parametrize("encoding", BYTES)
def test_a_file_is_read_whatever_its_encoding(encoding):
    assert decode(BYTES[encoding]) == TEXT


NO_TEXT = "This is not a text file: choose the attendance report as CSV."
REFUSED = [
    (b"", "The file is empty."),
    (b" \r\n", "The file is empty."),
    (b"a" * 5_000_001, "The file is larger than 5 MB: it cannot be of one session."),
    (b"PK\x03\x04abc", "This is a workbook, not a CSV file: save it as CSV and try again."),
    (b"\xff\xfea", NO_TEXT),
    (b"\x89PNG\x0d\x0a\x00\x00", NO_TEXT),
    (b"\x81\x8d", NO_TEXT),
]


@pytest.mark.parametrize(("data", "message"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_no_report_is_refused_with_a_clear_word(data, message):
    with pytest.raises(Unreadable) as refusal:
        decode(data)
    assert str(refusal.value) == message


def test_five_megabytes_are_allowed():
    assert len(decode(b"a" * 5_000_000)) == 5_000_000


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_rows_are_split_by_what_the_file_uses(delimiter):
    text = f'Name{delimiter}Dauer\r\n"a\nb"{delimiter} 5 \r\n\r\n'
    assert rows_of(text) == [Row(1, ("Name", "Dauer")), Row(3, ("a\nb", "5")), Row(4, ())]


def test_a_cell_too_large_is_refused():
    with pytest.raises(Unreadable, match="Line 1 cannot be read: field larger than field limit"):
        rows_of("a" * 200_000)


@pytest.mark.parametrize(("count", "refused"), [(200, False), (201, True)])
def test_more_columns_than_any_report_has_are_refused(count, refused):
    try:
        assert len(rows_of(",".join("a" * count))[0].cells) == count
    except Unreadable as refusal:
        assert str(refusal) == "The file has too many columns to be an attendance report."
        assert refused


@pytest.mark.parametrize(("count", "refused"), [(20_000, False), (20_001, True)])
def test_more_rows_than_any_session_has_are_refused(count, refused):
    try:
        assert len(rows_of("a\n" * count)) == count
    except Unreadable as refusal:
        assert str(refusal) == "The file has too many rows to be of one session."
        assert refused


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_refused(data):
    try:
        assert "\0" not in decode(data)
    except Unreadable as refusal:
        assert str(refusal).endswith(".")
