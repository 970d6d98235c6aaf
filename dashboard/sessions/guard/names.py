"""Names of participants in notes where they do not belong, marked in the text."""

from collections.abc import Sequence

from dashboard.caseload.session_page import RosterRow, SessionNotes
from dashboard.caseload.session_page.roster import SessionRoster
from dashboard.clinical.notes import NamedPerson, NameFound, find_other_names
from dashboard.models.participants import Enrollment
from dashboard.sessions.guard.found import NameWarning, Piece


def _texts(rows: Sequence[RosterRow], notes: SessionNotes) -> list[tuple[RosterRow, str, str]]:
    found = []
    for row in rows:
        note = notes.progress.get(row.stay.id)
        if note is not None and not note.signatures:
            found += [(row, "response", note.response or ""), (row, "plan", note.plan or "")]
    return [each for each in found if each[2]]


def names_in_progress_notes(roster: SessionRoster, notes: SessionNotes) -> list[NameWarning]:
    """Names of others in each person's own note, wherever they stand: here, on hold, or gone."""
    people = _people(roster.stays)
    found = []
    for row, field, text in _texts(roster.rows, notes):
        own = people[row.stay.participant_id]
        others = [each for each in people.values() if each is not own]
        places = find_other_names(text, others, own)
        if places:
            at = f"progress-note:{row.stay.id}", field
            whose = row.stay.participant.short_name
            found.append(_warning(whose, at, text, places, roster.stays))
    return found


def names_in_group_note(roster: SessionRoster, notes: SessionNotes) -> list[NameWarning]:
    """The group note is shared: no participant's name belongs there at all."""
    if notes.group is None or notes.group.signatures:
        return []
    people = _people(roster.stays)
    found = []
    for field in ("topic", "interventions", "themes", "plan"):
        text = getattr(notes.group, field) or ""
        places = find_other_names(text, people.values())
        if places:
            at = "group-note", field
            found.append(_warning("the group note", at, text, places, roster.stays))
    return found


def names_in_addendum(
    text: str, stays: Sequence[Enrollment], own_id: int | None
) -> NameWarning | None:
    """Names of others in what is to be added to a note; `own_id` is whom the note is about."""
    people = _people(stays)
    own = None if own_id is None else people.get(own_id)
    others = [each for each in people.values() if each is not own]
    places = find_other_names(text, others, own)
    return _warning("this addendum", None, text, places, stays) if places else None


def _people(stays: Sequence[Enrollment]) -> dict[int, NamedPerson]:
    """Everybody of the group once, however often they came back."""
    return {stay.participant_id: _named(stay) for stay in stays}


def _named(stay: Enrollment) -> NamedPerson:
    person = stay.participant
    return NamedPerson(person.id, person.given_name, person.family_name, person.nickname)


def _warning(
    whose: str,
    at: tuple[str, str] | None,
    text: str,
    places: Sequence[NameFound],
    stays: Sequence[Enrollment],
) -> NameWarning:
    names = {stay.participant_id: stay.participant.short_name for stay in stays}
    meant = dict.fromkeys(names[id_] for place in places for id_ in place.people)
    field = at[1].capitalize() if at else ""
    return NameWarning(whose, field, _pieces(text, places), list(meant), at)


def _pieces(text: str, places: Sequence[NameFound]) -> list[Piece]:
    pieces, reached = [], 0
    for place in places:
        pieces += [Piece(text[reached : place.start], False), Piece(place.text, True)]
        reached = place.end
    return [each for each in [*pieces, Piece(text[reached:], False)] if each.text]
