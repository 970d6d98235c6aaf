"""Text in the cells of a CSV file: no spreadsheet runs it as a formula, and it can be read back."""

import re

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
