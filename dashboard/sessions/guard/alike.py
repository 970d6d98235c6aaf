"""Progress notes that are nearly copies: of another person's, or of the same person's last one."""

from collections.abc import Mapping, Sequence

from dashboard.caseload.session_page import RosterRow, SessionNotes
from dashboard.clinical.notes import alike_pairs
from dashboard.sessions.guard.found import AlikeWarning

ALIKE_FROM = 85.0


def _unsigned(rows: Sequence[RosterRow], notes: SessionNotes) -> dict[int, str]:
    """The responses that would be signed, by enrollment."""
    found = {row.stay.id: notes.progress.get(row.stay.id) for row in rows}
    return {
        stay_id: note.response or ""
        for stay_id, note in found.items()
        if note is not None and not note.signatures
    }


def alike_here(
    rows: Sequence[RosterRow], notes: SessionNotes, shared_texts: Sequence[str]
) -> list[AlikeWarning]:
    """Two people's notes of one session."""
    names = {row.stay.id: row.stay.participant.short_name for row in rows}
    texts = _unsigned(rows, notes)
    return [
        AlikeWarning(
            names[pair.first],
            names[pair.second],
            int(pair.percent),
            texts[pair.first],
            texts[pair.second],
            pair.first,
        )
        for pair in alike_pairs(list(texts.items()), ALIKE_FROM, shared_texts=shared_texts)
    ]


def alike_to_last(
    rows: Sequence[RosterRow],
    notes: SessionNotes,
    last_responses: Mapping[int, str],
    shared_texts: Sequence[str],
) -> list[AlikeWarning]:
    """A note that was carried over from the same person's last one."""
    texts = _unsigned(rows, notes)
    found = []
    for row in rows:
        name, person = row.stay.participant.short_name, row.stay.participant_id
        now, before = texts.get(row.stay.id, ""), last_responses.get(person, "")
        for pair in alike_pairs([(0, now), (1, before)], ALIKE_FROM, shared_texts=shared_texts):
            whose = f"{name}, this session", f"{name}, the note before"
            found.append(AlikeWarning(*whose, int(pair.percent), now, before, row.stay.id))
    return found
