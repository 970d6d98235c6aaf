"""Who is asked what before a session, and who has answered."""

from dashboard.caseload.checkins.asking import (
    GroupRhythm,
    askable_versions,
    rhythm_of,
    sessions_to_ask,
)
from dashboard.caseload.checkins.completion import (
    PersonAsked,
    check_in_behind,
    check_ins_of_session,
    find_check_in,
)

__all__ = [
    "GroupRhythm",
    "PersonAsked",
    "askable_versions",
    "check_in_behind",
    "check_ins_of_session",
    "find_check_in",
    "rhythm_of",
    "sessions_to_ask",
]
