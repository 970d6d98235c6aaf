"""The verbs of groups: set up, change, run and close one, open its cycles, move its weeks."""

from dashboard.records.groups.calendar_feeds import end_feed, make_feed
from dashboard.records.groups.closing import close_group, reopen_group
from dashboard.records.groups.cycles import move_session, open_cycle, skip_week
from dashboard.records.groups.facilitators import add_facilitator, end_facilitator
from dashboard.records.groups.settings import GroupSettings, change_group, set_up_group
from dashboard.records.groups.substitutes import name_substitute, remove_substitute

__all__ = [
    "GroupSettings",
    "add_facilitator",
    "change_group",
    "close_group",
    "end_facilitator",
    "end_feed",
    "make_feed",
    "move_session",
    "name_substitute",
    "open_cycle",
    "remove_substitute",
    "reopen_group",
    "set_up_group",
    "skip_week",
]
