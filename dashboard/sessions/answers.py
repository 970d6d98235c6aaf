"""Saves as scripts send them, and what they are told."""

from dashboard.caseload.session_page import writer_name
from dashboard.caseload.viewer import Viewer
from dashboard.records.session_entries import (
    Entry,
    EntryConflict,
    EntryRefused,
    EntryResult,
    EntrySaved,
)
from dashboard.sessions.guard import Lacking

MOST_ENTRIES = 200
PARTS = ("target", "field", "value", "base")


def entries_in(sent: object) -> list[Entry] | None:
    """Return the entries in a JSON body, or None when it is not what a page of ours sends."""
    rows = sent.get("entries") if isinstance(sent, dict) else None
    if not isinstance(rows, list) or not 0 < len(rows) <= MOST_ENTRIES:
        return None
    found = [_entry(row) for row in rows]
    known = [entry for entry in found if entry is not None]
    return known if len(known) == len(found) else None


def _entry(row: object) -> Entry | None:
    parts = [row.get(part) for part in PARTS] if isinstance(row, dict) else []
    texts = [part for part in parts if isinstance(part, str)]
    return Entry(*texts) if len(texts) == len(PARTS) else None


def entry_answer(viewer: Viewer, result: EntryResult) -> dict[str, str]:
    """Say what became of one entry."""
    place = {"target": result.target, "field": result.field}
    if isinstance(result, EntrySaved):
        return {**place, "status": "saved", "value": result.value}
    if isinstance(result, EntryConflict):
        by = writer_name(viewer, result.by_id)
        return {**place, "status": "conflict", "theirs": result.theirs, "by": by}
    return {**place, "status": "refused", "message": result.message}


def problem_words(result: EntryConflict | EntryRefused) -> str:
    """Say beside a field why it was not saved, on a page that was sent whole."""
    if isinstance(result, EntryRefused):
        return result.message
    kept = result.theirs or "nothing"
    return f"Somebody else has written here since: {kept}. Save again to put yours in its place."


def lacking_answer(lacking: Lacking) -> dict[str, str | None]:
    """One missing thing, and where it is mended."""
    return {
        "text": lacking.text,
        "short": lacking.short,
        "target": lacking.target,
        "field": lacking.field,
    }
