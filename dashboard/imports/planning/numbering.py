"""Cycle and week for sessions of which a file tells the date alone: in order, eight to a cycle."""

from collections import defaultdict
from datetime import date

from dashboard.errors import Refused
from dashboard.imports.files.sheet import Sheet
from dashboard.imports.mapped.cells import day, number
from dashboard.imports.mapped.mapping import Reader
from dashboard.imports.matching import Picture
from dashboard.imports.matching.meetings import USUAL_LENGTH

Places = dict[tuple[str, str], tuple[int, int]]


def places_by_date(picture: Picture, read: Reader, sheet: Sheet) -> Places:
    """Return cycle and week by group and date as the file writes them.

    Only for groups that have no sessions yet: where there are some, a date must be one of theirs.
    """
    if read.has("cycle") or read.has("week"):
        return {}
    told: dict[str, dict[date, str]] = defaultdict(dict)
    lengths: dict[str, int] = {}
    for _line, cells in sheet.lines:
        read.cells = cells
        _note(read, told, lengths)
    with_sessions = {cycle.group.name for cycle in picture.cycles.values()}
    return {
        (group, said): (1 + place // lengths[group], 1 + place % lengths[group])
        for group, dates in told.items()
        if group not in with_sessions
        for place, (_on, said) in enumerate(sorted(dates.items()))
    }


def _note(read: Reader, told: dict[str, dict[date, str]], lengths: dict[str, int]) -> None:
    """Keep the date of one row; what cannot be read is said when the row is planned."""
    try:
        on = day(read("session_date"))
        length = number(read("cycle_length"), "The length of a cycle", 1, 52)
    except Refused:
        return
    if on is not None:
        told[read("group")][on] = read("session_date")
        lengths.setdefault(read("group"), length or USUAL_LENGTH)
