"""What a page is given: text for every cell, and words for what is not known."""

from datetime import date

import pytest

from dashboard.charts.chart import Chart, cell_text, number_text, table_of


@pytest.mark.parametrize(
    ("value", "text"),
    [(12.0, "12"), (9.5, "9.5"), (2.345, "2.35"), (-3.0, "−3"), (-0.001, "0"), (0.0, "0")],
)
def test_numbers_say_no_more_than_they_know(value: float, text: str) -> None:
    assert number_text(value) == text


def test_cells_are_words_on_a_page_and_values_in_a_file() -> None:
    table = table_of(("Week", "Date", "Score"), [[3, date(2026, 9, 5), None]])
    chart = Chart("key", "title", "summary", {"data": [], "layout": {}}, table)
    assert chart.rows == [["3", "5 Sep 2026", "not known"]]
    assert chart.columns == ("Week", "Date", "Score")
    assert table.rows == ((3, date(2026, 9, 5), None),)


def test_a_mark_is_its_word() -> None:
    assert cell_text("late") == "late"
