"""What files of people, stays and attendance are held against."""

from dashboard.caseload.importing.attendance import marks_of_group, meetings_on_record
from dashboard.caseload.importing.mappings import last_written_line, remembered_mapping
from dashboard.caseload.importing.practice import (
    group_types_by_key,
    groups_on_record,
    stays_on_record,
)
from dashboard.caseload.importing.taken import taken_imports

__all__ = [
    "group_types_by_key",
    "groups_on_record",
    "last_written_line",
    "marks_of_group",
    "meetings_on_record",
    "remembered_mapping",
    "stays_on_record",
    "taken_imports",
]
