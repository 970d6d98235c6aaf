"""The groups of a viewer: their seats, their people, their sessions and their cycles."""

from dashboard.caseload.groups.choices import (
    facilitators_ever,
    kinds_of_group,
    people_who_treat,
    sets_up_groups,
)
from dashboard.caseload.groups.entry import next_entry_date
from dashboard.caseload.groups.listing import (
    GroupLine,
    Seats,
    groups_by_name,
    has_closed_groups,
    seats_of,
)
from dashboard.caseload.groups.meetings import (
    CycleInGroup,
    Meeting,
    current_cycle,
    cycles_of_group,
    meetings_of_cycle,
    sessions_to_come,
)
from dashboard.caseload.groups.planning import find_planned_session, substitutes_of
from dashboard.caseload.groups.roster import (
    RosterLine,
    facilitators_of,
    former_members,
    keeps_roster,
    roster,
    stay_history,
    waitlist,
)
from dashboard.caseload.groups.stays import (
    MOST_PEOPLE,
    StayChange,
    changes_of_stay,
    drop_out_by_rule,
    groups_to_go_to,
    people_to_add,
)

__all__ = [
    "MOST_PEOPLE",
    "CycleInGroup",
    "GroupLine",
    "Meeting",
    "RosterLine",
    "Seats",
    "StayChange",
    "changes_of_stay",
    "current_cycle",
    "cycles_of_group",
    "drop_out_by_rule",
    "facilitators_ever",
    "facilitators_of",
    "find_planned_session",
    "former_members",
    "groups_by_name",
    "groups_to_go_to",
    "has_closed_groups",
    "keeps_roster",
    "kinds_of_group",
    "meetings_of_cycle",
    "next_entry_date",
    "people_to_add",
    "people_who_treat",
    "roster",
    "seats_of",
    "sessions_to_come",
    "sets_up_groups",
    "stay_history",
    "substitutes_of",
    "waitlist",
]
