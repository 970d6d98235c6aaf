"""What is written on the session page: one field at a time, held against what its writer saw."""

from dashboard.records.session_entries.entries import (
    Entry,
    EntryConflict,
    EntryRefused,
    EntryResult,
    EntrySaved,
    read_entry,
    write_entry,
)
from dashboard.records.session_entries.kinds import Writer

__all__ = [
    "Entry",
    "EntryConflict",
    "EntryRefused",
    "EntryResult",
    "EntrySaved",
    "Writer",
    "read_entry",
    "write_entry",
]
