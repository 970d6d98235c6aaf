"""Holding a row against the practice: who and what it means, found on record or made anew."""

from dashboard.imports.matching.meetings import group_of, session_of
from dashboard.imports.matching.people import person_of
from dashboard.imports.matching.picture import Picture, picture_of
from dashboard.imports.matching.seats import give_seats
from dashboard.imports.matching.stays import stay_of

__all__ = [
    "Picture",
    "give_seats",
    "group_of",
    "person_of",
    "picture_of",
    "session_of",
    "stay_of",
]
