"""The groups of a viewer: their seats, their people, their sessions and their cycles."""

from dashboard.caseload.groups.listing import GroupLine, Seats, groups_by_name, seats_of
from dashboard.caseload.groups.meetings import (
    CycleInGroup,
    Meeting,
    current_cycle,
    cycles_of_group,
    meetings_of_cycle,
)
from dashboard.caseload.groups.roster import (
    RosterLine,
    facilitators_of,
    keeps_roster,
    roster,
    waitlist,
)

__all__ = [
    "CycleInGroup",
    "GroupLine",
    "Meeting",
    "RosterLine",
    "Seats",
    "current_cycle",
    "cycles_of_group",
    "facilitators_of",
    "groups_by_name",
    "keeps_roster",
    "meetings_of_cycle",
    "roster",
    "seats_of",
    "waitlist",
]
