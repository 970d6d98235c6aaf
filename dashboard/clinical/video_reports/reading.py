"""An attendance file of Zoom, Teams or Meet, read for one session."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from dashboard.clinical.video_reports.decoding import Row, decode, rows_of
from dashboard.clinical.video_reports.problems import OtherDay, Problem, SessionFrame, Unreadable
from dashboard.clinical.video_reports.visits import Visit, read_visit
from dashboard.clinical.video_reports.words_in_files import (
    HEADS,
    NO,
    OTHER_HEADS,
    YES,
    Column,
    plain_words,
)

SECTION = re.compile(r"\d+\. ")
NAMES = (Column.NAME, Column.FIRST_NAME)
LENGTHS = (Column.DURATION, Column.MINUTES, Column.JOINED)
NO_HEADER = "No row with the heads of columns was found: a name, and a duration or times."
NO_PEOPLE = "Nobody is listed in the file."
OTHER_DAY = (
    "The report is of another day: choose the file of this session, or the session of that day."
)
OTHER_ZONE = (
    "None of the times falls into the session, perhaps for another time zone or another "
    "day: only durations are used."
)
SHIFTED = (
    "The meeting seems to begin and end at other times than the session: check the time zone of "
    "the report, or when the session started and stopped."
)
# Each name is held against everybody on the roster, which takes a while for a heap of them.
MOST_PEOPLE = 300
TOO_MANY = f"The file names more than {MOST_PEOPLE} people: it cannot be of one session."
MUCH = timedelta(minutes=25)


@dataclass(frozen=True)
class Report:
    """What a file says: visits, one a row, without the waiting room; and what was not read."""

    visits: tuple[Visit, ...]
    problems: tuple[Problem, ...]


def read_report(data: bytes, frame: SessionFrame) -> Report:
    """Read the bytes of a file; nothing is raised: a file that cannot be read is a problem."""
    try:
        rows = rows_of(decode(data))
        head, columns, people = find_people(rows)
    except Unreadable as problem:
        return Report((), (Problem(str(problem)),))
    visits: list[Visit] = []
    problems = not_understood(head)
    elsewhere = 0
    for row in people:
        try:
            read_row(row, columns, frame, visits, problems)
        except OtherDay as problem:
            problems.append(Problem(f"{problem} The row is left out.", row.line))
            elsewhere += 1
    if not visits:
        return Report((), (Problem(OTHER_DAY),) if elsewhere else (*problems, Problem(NO_PEOPLE)))
    if len({(visit.name, visit.email) for visit in visits}) > MOST_PEOPLE:
        return Report((), (Problem(TOO_MANY),))
    return in_session(Report(tuple(visits), tuple(problems)), frame)


Columns = dict[Column, int]


def find_people(rows: list[Row]) -> tuple[Row, Columns, list[Row]]:
    """The row that heads a list of people, its columns, and the rows up to a gap or a section."""
    for place, row in enumerate(rows):
        columns = columns_of(row)
        if any(name in columns for name in NAMES) and any(one in columns for one in LENGTHS):
            return row, columns, list(people_rows(rows[place + 1 :]))
    raise Unreadable(NO_HEADER)


def columns_of(row: Row) -> Columns:
    """Which columns a row heads; of two heads for one thing, the first."""
    columns: Columns = {}
    for place, cell in enumerate(row.cells):
        column = HEADS.get(plain_words(cell))
        if column is not None:
            columns.setdefault(column, place)
    return columns


def not_understood(head: Row) -> list[Problem]:
    """Columns that are neither used nor known to be of no use: one may say what matters."""
    words = ((cell, plain_words(cell)) for cell in head.cells)
    strange = [cell for cell, word in words if word not in HEADS and word not in OTHER_HEADS]
    left_out = "was not understood and is left out."
    return [Problem(f"The column “{cell}” {left_out}", head.line) for cell in strange]


def people_rows(rows: list[Row]) -> Iterator[Row]:
    """Rows until a gap or a numbered section: those that follow repeat the same people."""
    for row in rows:
        if row.is_blank or (SECTION.match(row.cells[0]) and not any(row.cells[1:])):
            return
        yield row


def read_row(
    row: Row, columns: Columns, frame: SessionFrame, visits: list[Visit], problems: list[Problem]
) -> None:
    """Add the visit of one row, or say why there is none."""
    cells = {
        column: row.cells[place] for column, place in columns.items() if place < len(row.cells)
    }
    waiting = plain_words(cells.get(Column.WAITING_ROOM, ""))
    if waiting in YES:
        return
    if waiting not in NO:
        message = "Whether this was the waiting room was not understood: the row is left out."
        problems.append(Problem(message, row.line))
        return
    visit, messages = read_visit(row.line, cells, frame)
    problems.extend(Problem(message, row.line) for message in messages)
    if visit.name or visit.email:
        visits.append(visit)
    else:
        problems.append(Problem("The row has no name and no e-mail address.", row.line))


def in_session(report: Report, frame: SessionFrame) -> Report:
    """The report without its times when none of them falls into the session."""
    timed = [visit for visit in report.visits if visit.joined is not None]
    if not timed:
        return report
    if any(visit.overlap(frame) for visit in timed):
        doubt = (Problem(SHIFTED),) if is_shifted(timed, frame) else ()
        return Report(report.visits, (*report.problems, *doubt))
    visits = tuple(replace(visit, joined=None, left=None) for visit in report.visits)
    return Report(visits, (*report.problems, Problem(OTHER_ZONE)))


def is_shifted(timed: list[Visit], frame: SessionFrame) -> bool:
    """Say whether the whole meeting lies much earlier, or much later, than the session."""
    start = min(visit.joined for visit in timed if visit.joined) - frame.starts_at
    end = max(visit.left for visit in timed if visit.left) - frame.ends_at
    return max(start, end) <= -MUCH or min(start, end) >= MUCH
