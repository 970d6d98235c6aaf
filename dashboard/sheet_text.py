"""Text in the cells of a CSV file: no spreadsheet runs it as a formula, and it can be read back."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

# None is what is not known or does not apply: an empty cell.
Value = str | int | float | date | datetime | None

# What a spreadsheet may take for a formula, also behind apostrophes that stand there already,
# so that taking one away always gives back what was put in.
_RISKY = re.compile(r"'*[=+\-@\t\r\n]")
_MADE_SAFE = re.compile(r"'+[=+\-@\t\r\n]")


def safe_text(text: str) -> str:
    """Return the text for a cell: an apostrophe before what might be run as a formula."""
    return f"'{text}" if _RISKY.match(text) else text


def plain_text(cell: str) -> str:
    """Return what `safe_text` was given."""
    return cell[1:] if _MADE_SAFE.match(cell) else cell


def csv_cell(value: Value) -> str | int | float:
    """Dates and moments in ISO 8601, and text that no spreadsheet runs as a formula."""
    if value is None:
        return ""
    if isinstance(value, str):
        return safe_text(value)
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC).replace(tzinfo=None).isoformat()}Z"
    return value.isoformat() if isinstance(value, date) else value


def csv_bytes(head: Sequence[str], rows: Iterable[Iterable[Value]]) -> bytes:
    """Return a whole small table as RFC 4180 has it: UTF-8 with its mark, lines ending in CR LF."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([csv_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
