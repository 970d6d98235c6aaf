"""Writes what a therapist confirmed of a video report: all of it, or nothing."""

from collections.abc import Iterable

from dashboard.caseload.reach import find_group_session, writes_in
from dashboard.caseload.video_reports import video_room
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.video_reports import alias_key
from dashboard.errors import Conflict, NotOnCaseload, Refused
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.records.attendance_rules import refresh_attendance_flags
from dashboard.records.session_entries import (
    Entry,
    EntryConflict,
    EntryRefused,
    Writer,
    read_entry,
    write_entry,
)
from dashboard.records.session_entries.video_names import remember_alias
from dashboard.records.trail import write_audit_line
from dashboard.video_reports.proposed import Answers, Proposed, proposed
from dashboard.video_reports.said import Line


def find_writable(viewer: Viewer, group_session_id: int) -> GroupSession:
    """Return a session whose record this viewer keeps. Raises NotOnCaseload."""
    group_session = find_group_session(viewer, group_session_id)
    if not writes_in(viewer, group_session):
        raise NotOnCaseload
    return group_session


def read(viewer: Viewer, group_session: GroupSession, content: bytes, answers: Answers) -> Proposed:
    """Return what the file says. Raises Refused where nobody can be read in it."""
    found = proposed(content, group_session, video_room(viewer, group_session), answers)
    if not found.is_readable:
        raise Refused(" ".join(problem.message for problem in found.problems), field="file")
    return found


def confirm(
    viewer: Viewer,
    group_session: GroupSession,
    found: Proposed,
    answers: Answers,
    lines: Iterable[Line],
) -> int:
    """Write the lines that are taken and remember the names; return how many people.

    Raises Refused with the enrollment's id as field, or Conflict where something else was written
    since it was shown: then nothing is kept.
    """
    if found.matches.questions:
        raise Refused("Say first whose each name is.")
    taken = [line for line in lines if line.is_taken]
    if not taken:
        raise Refused("Nothing is ticked, so nothing would be written.")
    writer = Writer(viewer.user_id, viewer.as_of)
    _write_all(group_session, taken, writer)
    _remember(found, answers, writer)
    refresh_attendance_flags(group_session, viewer.as_of, viewer.user_id)
    _write_line(group_session, len(taken), writer)
    db.session.commit()
    return len(taken)


def _write_all(group_session: GroupSession, lines: Iterable[Line], writer: Writer) -> None:
    try:
        for line in lines:
            _write(group_session, line, writer)
    except (Conflict, Refused):
        db.session.rollback()
        raise


def _write_line(group_session: GroupSession, people: int, writer: Writer) -> None:
    write_audit_line(
        by=writer.user_id,
        at=writer.at,
        action="take over video report",
        subject="group session",
        subject_id=group_session.id,
        detail={"people": people},
    )


def _write(group_session: GroupSession, line: Line, writer: Writer) -> None:
    target = f"attendance:{line.enrollment_id}"
    minutes_now = read_entry(group_session, target, "minutes_attended")
    if minutes_now not in (line.minutes_seen, line.minutes):
        raise Conflict("Somebody else recorded attendance here since.", theirs=minutes_now)
    _write_one(group_session, Entry(target, "mark", line.mark, line.mark_seen), writer)
    # The mark may have brought minutes of its own.
    brought = read_entry(group_session, target, "minutes_attended")
    _write_one(group_session, Entry(target, "minutes_attended", line.minutes, brought), writer)


def _write_one(group_session: GroupSession, entry: Entry, writer: Writer) -> None:
    for result in write_entry(group_session, entry, writer):
        if isinstance(result, EntryConflict):
            raise Conflict("Somebody else recorded attendance here since.", theirs=result.theirs)
        if isinstance(result, EntryRefused):
            raise Refused(result.message, field=entry.target.partition(":")[2])


def _remember(found: Proposed, answers: Answers, writer: Writer) -> None:
    """Remember whose a name is, save one that several had at once: it stands for none of them."""
    people = {row.stay.id: row.stay.participant_id for row in found.rows}
    in_file = {alias_key(each.name) for mine in found.matches.visits.values() for each in mine}
    for (name, _email), key in answers.items():
        if alias_key(name) in in_file - {""} and key in people:
            remember_alias(people[key], name, by=writer.user_id, at=writer.at)
