"""What a record of group therapy still lacks, and where on the page it is mended."""

from collections.abc import Mapping, Sequence

from dashboard.caseload.session_page import RosterRow, SessionNotes
from dashboard.clinical.notes import BLANK, Gap, GapPlace, PersonRecord, SessionRecord, record_gaps
from dashboard.models.group_sessions import GroupSession
from dashboard.sessions.guard.found import Lacking

# Where on the page each gap is mended: the target and the field of an entry.
PLACES = {
    GapPlace.START: ("group-session", "started_at"),
    GapPlace.STOP: ("group-session", "ended_at"),
    GapPlace.INTERVENTIONS: ("group-note", "interventions"),
}

SHORT = {
    GapPlace.START: "Start time",
    GapPlace.STOP: "Stop time",
    GapPlace.INTERVENTIONS: "Interventions",
}


def lacking_of(
    group_session: GroupSession, rows: Sequence[RosterRow], notes: SessionNotes
) -> list[Lacking]:
    """Return what a record of group therapy still lacks, in the order of the page."""
    record = SessionRecord(
        started_at=group_session.started_at,
        ended_at=group_session.ended_at,
        interventions=(notes.group.interventions or "") if notes.group else "",
        people=tuple(_person(row, notes) for row in rows if row.is_expected),
    )
    names = {person.person: person.name for person in record.people}
    gaps = [
        Lacking(gap.message, *_place(gap.place, gap.person), _short(gap, names))
        for gap in record_gaps(record)
    ]
    return [*gaps, *_blanks(rows, notes)]


def _short(gap: Gap, names: Mapping[int, str]) -> str:
    """A gap in as few words as a chip holds."""
    if gap.person is not None:
        return f"{names[gap.person]}: {'response' if gap.place is GapPlace.RESPONSE else 'mark'}"
    return SHORT.get(gap.place, "Nobody present")


def _blanks(rows: Sequence[RosterRow], notes: SessionNotes) -> list[Lacking]:
    """What a template left open in notes that are not signed yet."""
    found = []
    for row in rows:
        note = notes.progress.get(row.stay.id)
        for field in ("response", "plan"):
            if note and not note.signatures and BLANK in (getattr(note, field) or ""):
                text = f"A blank is left open in the note of {row.stay.participant.short_name}."
                short = f"{row.stay.participant.short_name}: a blank"
                found.append(Lacking(text, f"progress-note:{row.stay.id}", field, short))
    return found


def _person(row: RosterRow, notes: SessionNotes) -> PersonRecord:
    note = notes.progress.get(row.stay.id)
    mark = row.attendance.mark if row.attendance else None
    response = (note.response or "") if note else ""
    return PersonRecord(row.stay.id, row.stay.participant.short_name, mark, response)


def _place(place: GapPlace, stay_id: int | None) -> tuple[str | None, str | None]:
    if place in PLACES:
        return PLACES[place]
    if stay_id is None:
        return None, None
    if place is GapPlace.RESPONSE:
        return f"progress-note:{stay_id}", "response"
    return f"attendance:{stay_id}", "mark"
