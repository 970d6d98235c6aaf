"""The files that tables are written to, row by row."""

from dashboard.exports.files.csv_file import CsvSheet
from dashboard.exports.files.sheet import Definitions, Sheet
from dashboard.exports.files.xlsx_file import XlsxSheet

__all__ = ["CsvSheet", "Definitions", "Sheet", "XlsxSheet"]
