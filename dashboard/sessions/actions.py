"""What facilitators do on the session page: save, sign, add, cancel."""

from collections.abc import Sequence

from dashboard.caseload.reach import find_group_session, writes_in
from dashboard.caseload.session_page import (
    RosterRow,
    own_psychotherapy_note,
    session_notes,
    session_roster,
)
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.calendar import zone_named
from dashboard.clinical.words import ATTENDED_MARKS
from dashboard.errors import Conflict, NotOnCaseload, Refused
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.notes import GroupNote, ProgressNote, PsychotherapyNote
from dashboard.records.attendance_rules import refresh_attendance_flags
from dashboard.records.notes.psychotherapy import keep_psychotherapy_note
from dashboard.records.notes.signing import sign_note
from dashboard.records.session_entries import (
    Entry,
    EntryResult,
    EntrySaved,
    Writer,
    write_entry,
)
from dashboard.records.session_entries.meeting import wall_clock
from dashboard.records.trail import write_audit_line
from dashboard.sessions.guard import GuardReport, guard, words_seen


def find_own_session(viewer: Viewer, group_session_id: int) -> GroupSession:
    """Return a session whose record this viewer keeps. Raises NotOnCaseload."""
    group_session = find_group_session(viewer, group_session_id)
    if not writes_in(viewer, group_session):
        raise NotOnCaseload
    return group_session


def save_entries(
    viewer: Viewer, group_session_id: int, entries: Sequence[Entry]
) -> list[EntryResult]:
    """Write fields of a session, each only over what its writer saw; return what became of each.

    Raises NotOnCaseload.
    """
    group_session = find_own_session(viewer, group_session_id)
    writer = Writer(viewer.user_id, viewer.as_of)
    results = [result for entry in entries for result in write_entry(group_session, entry, writer)]
    if any(isinstance(result, EntrySaved) and result.field == "mark" for result in results):
        refresh_attendance_flags(group_session, viewer.as_of, viewer.user_id)
    db.session.commit()
    return results


def sign_session(viewer: Viewer, group_session_id: int, *, reason: str, seen: str = "") -> int:
    """Sign all notes of a session in one act; return how many.

    Signed are the group note and the progress note of everybody who was there or of whom something
    is written. `seen` is the hash of what the signer had before them. Raises Refused where it was
    changed since, where the guard found something and no reason is given, or where nothing is left.
    """
    group_session = find_own_session(viewer, group_session_id)
    zone = zone_named(group_session.group.time_zone)
    if group_session.on_date > viewer.as_of.astimezone(zone).date():
        raise Refused("This session is on a later day: there is nothing to sign yet.")
    roster, notes = session_roster(viewer, group_session), session_notes(viewer, group_session)
    if seen and seen != words_seen(group_session, roster.rows, notes):
        raise Refused("Something was changed since you read this. Read it again, then sign.")
    found = guard(viewer, group_session, roster, notes)
    if not found.is_clear and not reason.strip():
        raise Refused("Say why you sign although something was found.", field="reason")
    unsigned = [note for note in (notes.group, *notes.progress.values()) if note]
    unsigned = [note for note in unsigned if not note.signatures]
    if not unsigned:
        raise Refused("There is no note left to sign.")
    facts = _facts(group_session, roster.rows, found, reason)
    for note in unsigned:
        sign_note(note, by=viewer.user_id, at=viewer.as_of, facts=facts[_stay_id(note)])
    refresh_attendance_flags(group_session, viewer.as_of, viewer.user_id)
    db.session.commit()
    return len(unsigned)


def _stay_id(note: GroupNote | ProgressNote) -> int | None:
    return note.enrollment_id if isinstance(note, ProgressNote) else None


def _facts(
    group_session: GroupSession, rows: Sequence[RosterRow], found: GuardReport, reason: str
) -> dict[int | None, dict[str, str]]:
    """What the signed words say of the session itself, by enrollment; None is the group note's."""
    times = {
        name: "" if at is None else wall_clock(group_session, at)
        for name, at in (
            ("started", group_session.started_at),
            ("stopped", group_session.ended_at),
        )
    }
    overridden = {} if found.is_clear else {"found": found.kinds, "signed_although": reason.strip()}
    there = sum(
        row.attendance is not None and row.attendance.mark in ATTENDED_MARKS for row in rows
    )
    session = {
        "group": group_session.group.name,
        "date": group_session.on_date.isoformat(),
        "present": str(there),
        **times,
        **overridden,
    }
    return {None: session, **{row.stay.id: {**session, **_attended(row)} for row in rows}}


def _attended(row: RosterRow) -> dict[str, str]:
    """How somebody attended, as it stands in the signed words of their own note."""
    here = row.attendance
    if here is None or here.mark is None:
        return {"attendance": "not recorded"}
    minutes = "" if here.minutes_attended is None else f", {here.minutes_attended} minutes"
    return {"attendance": f"{here.mark.replace('_', ' ')}{minutes}"}


def save_psychotherapy_note(
    viewer: Viewer, group_session_id: int, participant_id: int, text: str, *, version: int
) -> PsychotherapyNote:
    """Keep the viewer's own note about one person of a session. `version` is that of the row read.

    Raises NotOnCaseload, or Conflict where another window of theirs wrote since.
    """
    group_session = find_own_session(viewer, group_session_id)
    people = {row.stay.participant_id for row in session_roster(viewer, group_session).rows}
    if participant_id not in people:
        raise NotOnCaseload
    row = own_psychotherapy_note(viewer, group_session, participant_id)
    if (row.version if row else 0) != version:
        raise Conflict("You have changed this note in another window since.", theirs=_text(row))
    kept = keep_psychotherapy_note(
        row,
        text,
        author_id=viewer.user_id,
        participant_id=participant_id,
        group_session_id=group_session.id,
        at=viewer.as_of,
    )
    db.session.commit()
    return kept


def _text(row: PsychotherapyNote | None) -> str:
    return (row.text or "") if row else ""


def cancel_session(viewer: Viewer, group_session_id: int, *, reason: str) -> None:
    """Cancel a session: it then counts for nobody. Raises Refused once it is signed."""
    group_session = find_own_session(viewer, group_session_id)
    if session_notes(viewer, group_session).is_signed:
        raise Refused("This session is signed: it took place.")
    if not reason.strip():
        raise Refused("Say why the session is cancelled.", field="reason")
    group_session.cancelled_at = viewer.as_of
    group_session.cancellation_reason = reason.strip()[:500]
    _write_line(viewer, group_session, "cancel session")


def reinstate_session(viewer: Viewer, group_session_id: int) -> None:
    """Take a cancellation back; nothing recorded is lost. Raises Refused in a closed group."""
    group_session = find_own_session(viewer, group_session_id)
    if group_session.group.closed_on is not None:
        raise Refused("The group is closed: it has to be opened again first.")
    group_session.cancelled_at = None
    group_session.cancellation_reason = None
    _write_line(viewer, group_session, "reinstate session")


def _write_line(viewer: Viewer, group_session: GroupSession, action: str) -> None:
    db.session.flush()
    write_audit_line(
        by=viewer.user_id,
        at=viewer.as_of,
        action=action,
        subject="group_sessions",
        subject_id=group_session.id,
    )
    refresh_attendance_flags(group_session, viewer.as_of, viewer.user_id)
    db.session.commit()
