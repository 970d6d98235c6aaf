"""A table as a file: nothing in it runs as a formula, and unknown is empty."""

from datetime import date

import pytest

from dashboard.outcomes.data.table_file import safe_cell


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("Dana W.", "Dana W."),
        (-9.0, "-9.0"),
        (3, "3"),
        (None, ""),
        (date(2026, 9, 29), "2026-09-29"),
    ],
)
def test_a_cell(cell, written):
    assert safe_cell(cell) == written
