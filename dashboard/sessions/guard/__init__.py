"""What to look at before signing: what is missing, names of others, notes alike."""

from collections.abc import Sequence

from dashboard.caseload.session_page import RosterRow, SessionNotes
from dashboard.caseload.session_page.roster import SessionRoster
from dashboard.clinical.notes import alike_pairs
from dashboard.models.group_sessions import GroupSession
from dashboard.sessions.guard.found import AlikeWarning, GuardReport, Lacking
from dashboard.sessions.guard.lacking import lacking_of
from dashboard.sessions.guard.names import names_in_group_note, names_in_progress_notes
from dashboard.sessions.guard.seen import words_seen

__all__ = ["GuardReport", "Lacking", "guard", "lacking_of", "words_seen"]

ALIKE_FROM = 85.0


def guard(
    group_session: GroupSession,
    roster: SessionRoster,
    notes: SessionNotes,
    shared_texts: Sequence[str],
) -> GuardReport:
    """Look through every note that would be signed. `shared_texts` are what notes begin with."""
    return GuardReport(
        lacking=lacking_of(group_session, roster.rows, notes),
        names=[*names_in_group_note(roster, notes), *names_in_progress_notes(roster, notes)],
        alike=_alike(roster.rows, notes, shared_texts),
    )


def _alike(
    rows: Sequence[RosterRow], notes: SessionNotes, shared_texts: Sequence[str]
) -> list[AlikeWarning]:
    names = {row.stay.id: row.stay.participant.short_name for row in rows}
    texts = {
        stay_id: note.response or ""
        for stay_id, note in notes.progress.items()
        if stay_id in names and not note.signatures
    }
    return [
        AlikeWarning(
            names[pair.first],
            names[pair.second],
            int(pair.percent),
            texts[pair.first],
            texts[pair.second],
        )
        for pair in alike_pairs(list(texts.items()), ALIKE_FROM, shared_texts=shared_texts)
    ]
