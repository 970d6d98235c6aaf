"""What to look at before signing: what is missing, names of others, notes alike."""

from dashboard.caseload.session_page import SessionNotes, last_responses, shared_texts
from dashboard.caseload.session_page.roster import SessionRoster
from dashboard.caseload.viewer import Viewer
from dashboard.models.group_sessions import GroupSession
from dashboard.sessions.guard.alike import alike_here, alike_to_last
from dashboard.sessions.guard.found import GuardReport, Lacking
from dashboard.sessions.guard.lacking import lacking_of
from dashboard.sessions.guard.names import (
    names_in_addendum,
    names_in_group_note,
    names_in_progress_notes,
)
from dashboard.sessions.guard.seen import words_seen

__all__ = ["GuardReport", "Lacking", "guard", "lacking_of", "names_in_addendum", "words_seen"]


def guard(
    viewer: Viewer, group_session: GroupSession, roster: SessionRoster, notes: SessionNotes
) -> GuardReport:
    """Look through every note that would be signed."""
    shared, before = shared_texts(viewer), last_responses(viewer, group_session)
    return GuardReport(
        lacking=lacking_of(group_session, roster.rows, notes),
        names=[*names_in_group_note(roster, notes), *names_in_progress_notes(roster, notes)],
        alike=[
            *alike_here(roster.rows, notes, shared),
            *alike_to_last(roster.rows, notes, before, shared),
        ],
    )
