"""The table of a figure as a CSV file that no spreadsheet runs as a formula."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from werkzeug.wrappers import Response

from dashboard.charts import Chart

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def with_files(figures: list[Chart], url: Callable[[str], str]) -> list[Chart]:
    """Give each figure the address of its file."""
    return [replace(figure, csv_url=url(figure.key)) for figure in figures]


def table_file(chart: Chart) -> Response:
    """The figure's table; what is not known is an empty cell."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(safe_cell(header) for header in chart.table.headers)
    writer.writerows([safe_cell(cell) for cell in row] for row in chart.table.rows)
    answer = Response(text.getvalue().encode("utf-8-sig"), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{chart.key}.csv"'
    return answer


def safe_cell(cell: str | int | float | date | None) -> str:
    """Text that a spreadsheet might run gets an apostrophe; numbers stay numbers."""
    if cell is None:
        return ""
    if isinstance(cell, str) and cell.startswith(STARTS_A_FORMULA):
        return f"'{cell}"
    return cell.isoformat() if isinstance(cell, date) else str(cell)
