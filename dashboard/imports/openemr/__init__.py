"""OpenEMR's therapy groups: its tables, saved as CSV, joined into one table of attendance."""

from dashboard.imports.openemr.joining import joined
from dashboard.imports.openemr.tables import unpacked_files

__all__ = ["joined", "unpacked_files"]
