"""The people on a viewer's caseload, and what is on record of one of them."""

from dashboard.caseload.participants.listing import PersonLine, people_by_name
from dashboard.caseload.participants.record import (
    LatestScore,
    NoteOfSession,
    StayLine,
    find_kept_participant,
    keeps_participant,
    latest_scores,
    notes_of_participant,
    stays_of_participant,
)

__all__ = [
    "LatestScore",
    "NoteOfSession",
    "PersonLine",
    "StayLine",
    "find_kept_participant",
    "keeps_participant",
    "latest_scores",
    "notes_of_participant",
    "people_by_name",
    "stays_of_participant",
]
