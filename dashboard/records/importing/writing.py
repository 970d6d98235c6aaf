"""All rows of one file, written in bulk in the open transaction, with one audit line for all."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar, cast

from sqlalchemy import Table, bindparam, select, text, update

from dashboard.extensions import db
from dashboard.models.group_sessions import Attendance
from dashboard.models.participants import Participant
from dashboard.models.trail import ImportBatch
from dashboard.models.types.columns import Instant
from dashboard.records.importing.frame import write_frame
from dashboard.records.importing.rows import MarkRow, PersonRow, ToWrite
from dashboard.records.importing.stays import write_stays
from dashboard.records.trail import write_audit_line

Row = TypeVar("Row")
# What is being done, how many of how many rows of it are done.
Progress = Callable[[str, int, int], None]
CHUNK = 5_000
ADD_MARK = text(
    "insert into attendance (group_id, enrollment_id, group_session_id, mark, minutes_attended, "
    "recorded_by_id, recorded_at, version) "
    "values (:group, :stay, :session, :mark, :minutes, :by, :at, 1)"
)
MARKS = cast(Table, Attendance.__table__)


def no_progress(what: str, done: int, total: int) -> None:
    """Tell nobody."""


def write_import(
    rows: ToWrite, batch: ImportBatch, *, by: int | None, at: datetime, progress: Progress
) -> ImportBatch:
    """Write what a file adds and corrects, with its batch and one audit line; no commit.

    `by` is the user's id, None for the command line; `batch` says kind, file and checksum. Flags
    about misses are not looked at here: `marked_groups` says of which groups they should be.
    """
    progress("Writing people and groups", 0, len(rows.people))
    _write_people(rows.people, at)
    _correct_people(rows.corrected_people)
    write_frame(rows, at)
    write_stays(rows.stays, by=by, at=at)
    _write_marks(rows.marks, by, at, progress)
    _correct_marks(rows.corrected_marks, by, at)
    db.session.add(batch)
    db.session.flush()
    detail = {"sha256": batch.sha256, "file": batch.file_name, **rows.counts()}
    write_audit_line(
        by=by,
        at=at,
        action=f"import {batch.kind}",
        subject="import_batches",
        subject_id=batch.id,
        detail=detail,
    )
    return batch


def marked_groups(rows: ToWrite) -> list[int]:
    """Return the ids of the groups whose marks were written, in order: their flags want a look."""
    found = {row.stay.group.id for row in [*rows.marks, *rows.corrected_marks]}
    return sorted(number for number in found if number is not None)


def chunks(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Return rows in parts that one statement can take."""
    return (rows[first : first + CHUNK] for first in range(0, len(rows), CHUNK))


def _write_people(people: Sequence[PersonRow], at: datetime) -> None:
    made = []
    for row in people:
        person = Participant(code=row.code, created_at=at)
        _fill(person, row)
        made.append((row, person))
    db.session.add_all(person for _, person in made)
    db.session.flush()
    for row, person in made:
        row.id = person.id


def _correct_people(people: Sequence[PersonRow]) -> None:
    by_id = {row.id: row for row in people}
    for part in chunks(list(by_id)):
        for person in db.session.scalars(select(Participant).where(Participant.id.in_(part))):
            _fill(person, by_id[person.id])
    db.session.flush()


def _fill(person: Participant, row: PersonRow) -> None:
    person.given_name, person.family_name = row.given_name, row.family_name
    for name, said in row.known.items():
        empty: Any = "" if name == "nickname" else None
        setattr(person, name, said or empty)


def _write_marks(
    marks: Sequence[MarkRow], by: int | None, at: datetime, progress: Progress
) -> None:
    """Add the marks; while this goes on nobody else can write, so every value is bound as it is."""
    if not marks:
        return
    same = {"by": by, "at": Instant().process_bind_param(at, db.session.get_bind().dialect)}
    written = 0
    for part in chunks(marks):
        progress("Writing marks", written, len(marks))
        values = [
            {
                **same,
                "group": row.stay.group.id,
                "stay": row.stay.id,
                "session": row.session.id,
                "mark": row.mark.value,
                "minutes": row.minutes,
            }
            for row in part
        ]
        db.session.execute(ADD_MARK, values)
        written += len(part)
    progress("Writing marks", written, len(marks))


def _correct_marks(marks: Sequence[MarkRow], by: int | None, at: datetime) -> None:
    if not marks:
        return
    statement = (
        update(MARKS)
        .where(MARKS.c.id == bindparam("of_id"))
        .values(
            mark=bindparam("to_mark"),
            minutes_attended=bindparam("to_minutes"),
            recorded_by_id=by,
            recorded_at=at,
            version=MARKS.c.version + 1,
        )
    )
    values = [{"of_id": row.id, "to_mark": row.mark, "to_minutes": row.minutes} for row in marks]
    db.session.execute(statement, values)
