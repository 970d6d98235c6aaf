"""Dates as the file writes them: the order is said, and never guessed."""

import pytest

from dashboard.imports.mapped.mapping import year_first
from tests.imports.mapped.bringing import bring, problem


@pytest.mark.parametrize(
    ("text", "order", "read"),
    [
        ("9/29/2026", "mdy", "2026-09-29"),
        ("09.10.2026", "dmy", "2026-10-09"),
        ("9-10-2026", "mdy", "2026-09-10"),
        ("2026-09-29", "mdy", "2026-09-29"),
        ("29/9/26", "dmy", "29/9/26"),
        ("", "mdy", ""),
    ],
)
def test_the_year_comes_first(text, order, read):
    assert year_first(text, order) == read


def test_the_order_is_said_for_the_whole_file(importer):
    text = 'date,group,code,mark\n10/6/2026,"Depression, Tuesday",A-1,late\n'
    told = {"date_order": "mdy"}
    assert bring(importer, "attendance", text, for_all=told) == [(2, "new", "adds the mark")]
    head, row = text.splitlines()
    said = "10/6/2026 is not a date: Write the date as year-month-day"
    assert problem(importer, "attendance", head, row, for_all={"date_order": ""}).startswith(said)
    wrong = row.replace("10/6", "13/6")
    said = "2026-13-06 is not a date: There is no such day in the calendar."
    assert problem(importer, "attendance", head, wrong, for_all=told) == said
