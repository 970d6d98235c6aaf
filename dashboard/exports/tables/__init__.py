"""The shapes that attendance is exported in, with the meaning of each column."""

from dashboard.exports.tables.column import Column
from dashboard.exports.tables.long import LONG_COLUMNS
from dashboard.exports.tables.register import REGISTER_MEANINGS, register_lines, register_names
from dashboard.exports.tables.words import MARK_MEANINGS

__all__ = [
    "LONG_COLUMNS",
    "MARK_MEANINGS",
    "REGISTER_MEANINGS",
    "Column",
    "register_lines",
    "register_names",
]
