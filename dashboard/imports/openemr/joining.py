"""From OpenEMR's tables to one line a person at a session, as the import of attendance reads it."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator

from dashboard.clinical.words import Mark, SessionState
from dashboard.errors import Refused
from dashboard.imports.openemr.tables import Record, Tables, tables_in
from dashboard.sheet_text import safe_text

HEAD = (
    "session_date",
    "group",
    "code",
    "given_name",
    "family_name",
    "mark",
    "enrolled_on",
    "ended_on",
    "session_state",
)
ACTIVE = "10"
# What OpenEMR keeps for each choice of its list of attendance; older ones kept numbers.
MARKS = {
    "": "",
    "-": "",
    "10": "",
    "@": Mark.PRESENT.value,
    "20": Mark.PRESENT.value,
    "?": Mark.NO_SHOW.value,
    "30": Mark.NO_SHOW.value,
    "~": Mark.LATE.value,
    "40": Mark.LATE.value,
    "x": Mark.EXCUSED.value,
    "50": Mark.EXCUSED.value,
}
CANCELLED = frozenset({"x", "50"})
# Group and date: one session, however many forms were filled in for it.
Session = tuple[str, str]


def joined(files: dict[str, bytes]) -> bytes:
    """Return the tables in these files as one CSV file of attendance. Raises Refused."""
    tables = tables_in(files)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEAD)
    for row in _rows(tables):
        writer.writerow([safe_text(cell) for cell in row])
    return text.getvalue().encode()


def _rows(tables: Tables) -> Iterator[tuple[str, ...]]:
    groups = {row["group_id"]: row["group_name"] for row in tables["therapy_groups"]}
    names = {row["pid"]: row for row in tables["patient_data"]}
    sessions = _sessions(tables)
    stays = _stays(tables, sessions)
    for (group_id, on), marks in sorted(sessions.items(), key=lambda item: item[0][1]):
        if group_id not in groups:
            raise Refused(f"therapy_groups has no group {group_id}.", field="file")
        for pid in stays[group_id]:
            since, until = stays[group_id][pid]
            if pid not in marks and since <= on and (not until or on <= until):
                marks[pid] = ""
        called_off = bool(marks) and set(marks.values()) <= CANCELLED
        state = SessionState.CANCELLED if called_off else SessionState.HELD
        for pid, said in marks.items():
            person = names.get(pid, {})
            who = pid, person.get("fname", ""), person.get("lname", "")
            mark = "" if called_off else _mark(said)
            yield on, groups[group_id], *who, mark, *stays[group_id].get(pid, ("", "")), state.value


def _mark(said: str) -> str:
    if said.casefold() not in MARKS:
        raise Refused(f"OpenEMR's attendance {said} is not one that is known here.", field="file")
    return MARKS[said.casefold()]


def _sessions(tables: Tables) -> dict[Session, dict[str, str]]:
    """Return what is recorded of whom by session; a later form says more than an earlier one."""
    forms: dict[str, Session] = {}
    for row in tables["form_group_attendance"]:
        if row.get("activity") != "0" and row["date"]:
            forms[row["id"]] = row["group_id"], row["date"][:10]
    found: dict[Session, dict[str, str]] = {place: {} for place in forms.values()}
    for row in sorted(tables["therapy_groups_participant_attendance"], key=_form_number):
        if row["form_id"] in forms:
            found[forms[row["form_id"]]][row["pid"]] = row["meeting_patient_status"]
    return found


def _form_number(row: Record) -> tuple[int, str]:
    """Forms by number, whatever their length."""
    return len(row["form_id"]), row["form_id"]


def _stays(
    tables: Tables, sessions: dict[Session, dict[str, str]]
) -> dict[str, dict[str, tuple[str, str]]]:
    """Return first and last day of each person in each group.

    Who is not active any more, without a day of the end, is taken to have left after the last
    session of which something is recorded for them.
    """
    last: dict[tuple[str, str], str] = {}
    for (group_id, on), marks in sessions.items():
        for pid in marks:
            last[group_id, pid] = max(on, last.get((group_id, pid), ""))
    found: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for row in tables["therapy_groups_participants"]:
        group_id, pid = row["group_id"], row["pid"]
        since, until = row["group_patient_start"][:10], row.get("group_patient_end", "")[:10]
        if not until and row.get("group_patient_status", ACTIVE) != ACTIVE:
            until = last.get((group_id, pid), since)
        found[group_id][pid] = since, until
    return found
