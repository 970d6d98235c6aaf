"""Why somebody needs a look before a session, each reason from the one place that knows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dashboard.caseload.checkins import PersonAsked
from dashboard.caseload.outcomes import Standing
from dashboard.caseload.session_page.roster import RosterRow
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import Homework, Track


class Reason(StrEnum):
    """In the order in which they matter."""

    RISK = "Risk answer · open"
    WORSE = "Worse"
    NOT_ON_TRACK = "Not on track"
    MISSED_LAST = "Missed last time"
    FIRST = "First session"
    HOMEWORK = "Owes homework"
    NO_CHECK_IN = "No check-in yet"


OWED = frozenset({Homework.NOT_DONE, Homework.PARTLY})


@dataclass(frozen=True)
class PersonNeeding:
    """One person with every reason that holds, the weightiest first, and where they stand."""

    row: RosterRow
    reasons: tuple[Reason, ...]
    standing: Standing


def people_needing(
    viewer: Viewer,
    rows: Sequence[RosterRow],
    standings: Mapping[int, Standing],
    asked: Sequence[PersonAsked],
) -> list[PersonNeeding]:
    """Return those of a roster who need a look, the weightiest reason first, then by name.

    `standings` are by enrollment. Somebody of whom no check-in was made is not missing one.
    """
    unanswered = {person.stay.id for person in asked if person.check_in and person.state != "done"}
    found = []
    for row in rows:
        standing = standings.get(row.stay.id, Standing(Track.GREY))
        reasons = _reasons(row, standing.track, row.stay.id in unanswered)
        if row.is_expected and reasons:
            found.append(PersonNeeding(row, reasons, standing))
    order = list(Reason)
    return sorted(found, key=lambda person: order.index(person.reasons[0]))


def _reasons(row: RosterRow, track: Track, is_unanswered: bool) -> tuple[Reason, ...]:
    holds = {
        Reason.RISK: row.has_safety_flag,
        Reason.WORSE: track is Track.RED,
        Reason.NOT_ON_TRACK: track is Track.AMBER,
        Reason.MISSED_LAST: row.missed_last,
        Reason.FIRST: row.is_first,
        Reason.HOMEWORK: row.homework_last in OWED,
        Reason.NO_CHECK_IN: is_unanswered,
    }
    return tuple(reason for reason, is_so in holds.items() if is_so)
