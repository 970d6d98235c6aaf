"""Who needs a human before the next session, in thirty seconds."""

from dashboard.caseload.today.meetings import (
    TodaysMeeting,
    meetings_ahead,
    todays_meetings,
)
from dashboard.caseload.today.needs import PersonNeeding, Reason

__all__ = [
    "PersonNeeding",
    "Reason",
    "TodaysMeeting",
    "meetings_ahead",
    "todays_meetings",
]
