"""Text in cells: never a formula, and read back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sheet_text import plain_text, safe_text


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("\n=x", "'\n=x"),
        ("'=x", "''=x"),
        ("'t Hooft", "'t Hooft"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_an_apostrophe_stands_before_what_could_run(text, cell):
    assert safe_text(text) == cell


@given(st.text("'=+-@\t\r\nab", max_size=6))
def test_every_text_comes_back_and_no_cell_begins_like_a_formula(text):
    cell = safe_text(text)
    assert plain_text(cell) == text
    assert cell[:1] not in set("=+-@\t\r\n")
