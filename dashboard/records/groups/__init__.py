"""The verbs of groups: set one up, change it, say who runs it, open its cycles, move its weeks."""

from dashboard.records.groups.facilitators import add_facilitator, end_facilitator
from dashboard.records.groups.settings import GroupSettings, change_group, set_up_group

__all__ = [
    "GroupSettings",
    "add_facilitator",
    "change_group",
    "end_facilitator",
    "set_up_group",
]
