"""The table of a figure taken out as a CSV file, and written down as every other export is."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256

from werkzeug.wrappers import Response

from dashboard.caseload.viewer import Viewer
from dashboard.charts import Chart
from dashboard.database import reading, writing
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.records.exports import record_export
from dashboard.sheet_text import csv_bytes, csv_cell


def with_files(figures: list[Chart], url: Callable[[str], str]) -> list[Chart]:
    """Give each figure the address that hands out its table, by POST: a copy leaves a line."""
    return [replace(figure, csv_url=url(figure.key)) for figure in figures]


def take_table(
    viewer: Viewer,
    key: str,
    figures: Callable[[], list[Chart]],
    *,
    filters: Mapping[str, str | int],
    participant_id: int | None = None,
) -> Response:
    """Answer with the table of the figure of that key; what is not known is an empty cell.

    `figures` makes those of the page, with its checks; `filters` say in the line of exports which
    page it was. Raises NotOnCaseload where the page has no such figure, and nothing is kept then.
    """
    with reading():
        chart = next((chart for chart in figures() if chart.key == key), None)
    if chart is None:
        raise NotOnCaseload
    content = csv_bytes(_heads(chart), chart.table.rows)
    checksum = sha256(content).hexdigest()
    _write_down(viewer, chart, checksum, dict(filters), participant_id)
    name = f"{key}-{viewer.as_of:%Y-%m-%d}.csv"
    return _answer(name, content, checksum, len(chart.table.rows))


def _heads(chart: Chart) -> list[str]:
    """A skill or an item may have been named by anybody: a header is no safer than a cell."""
    return [str(csv_cell(header)) for header in chart.table.headers]


def _write_down(
    viewer: Viewer,
    chart: Chart,
    checksum: str,
    filters: dict[str, str | int],
    participant_id: int | None,
) -> None:
    with writing():
        record_export(
            by=viewer.user_id,
            at=viewer.as_of,
            what=f"chart, {chart.title}, csv",
            filters=filters,
            rows=len(chart.table.rows),
            sha256=checksum,
            participant_id=participant_id,
        )
        db.session.commit()


def _answer(name: str, content: bytes, checksum: str, rows: int) -> Response:
    answer = Response(content, mimetype="text/csv")
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    answer.headers["X-Export-SHA256"] = checksum
    answer.headers["X-Export-Rows"] = str(rows)
    return answer
