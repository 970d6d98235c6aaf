"""What an import writes down: people, groups, sessions, stays and marks, in bulk and at once."""

from dashboard.records.importing.mappings import remember_mapping
from dashboard.records.importing.rows import (
    CycleRow,
    GroupRow,
    MarkRow,
    PersonRow,
    SessionRow,
    StayRow,
    ToWrite,
)
from dashboard.records.importing.scores import NewScore, add_scores
from dashboard.records.importing.writing import Progress, marked_groups, no_progress, write_import

__all__ = [
    "CycleRow",
    "GroupRow",
    "MarkRow",
    "NewScore",
    "PersonRow",
    "Progress",
    "SessionRow",
    "StayRow",
    "ToWrite",
    "add_scores",
    "marked_groups",
    "no_progress",
    "remember_mapping",
    "write_import",
]
