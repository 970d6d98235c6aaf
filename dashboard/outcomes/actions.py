"""Taking outcomes out: the table is made, then written down, then handed over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from dashboard.caseload.outcomes import Breakdown, OutcomeFilters, OutcomeReport, headline
from dashboard.caseload.viewer import Viewer
from dashboard.database import reading, writing
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.outcomes.data import counts_table, courses_table
from dashboard.records.exports import record_export
from dashboard.sheet_text import Value, csv_bytes


def _counts(report: OutcomeReport) -> list[list[Value]]:
    return counts_table.counts_rows(report.lines(Breakdown.GROUP))


# What may be taken, by name: the columns, and how the rows are made.
TABLES: dict[str, tuple[Sequence[str], Callable[[OutcomeReport], list[list[Value]]]]] = {
    "courses": (courses_table.NAMES, lambda report: courses_table.courses_rows(report.closed)),
    "counts": (counts_table.NAMES, _counts),
}


@dataclass(frozen=True)
class Taken:
    """A finished file with its checksum, its rows, and whose records it holds."""

    content: bytes
    rows: int
    sha256: str
    participant_ids: frozenset[int]


def export_outcomes(viewer: Viewer, filters: OutcomeFilters, table: str) -> Taken:
    """Make one of TABLES and keep a line of who took what. Raises NotOnCaseload, also without one.

    Both tables are over the viewer's courses whose window has closed as the filters ask.
    """
    if not viewer.reads_clinical_records or table not in TABLES:
        raise NotOnCaseload
    with reading():
        report = headline(viewer, filters)
        names, make = TABLES[table]
        made = make(report)
        people = frozenset(course.participant.id for course in report.closed)
    content = csv_bytes(names, made)
    checksum = sha256(content).hexdigest()
    with writing():
        record_export(
            by=viewer.user_id,
            at=viewer.as_of,
            what=f"outcomes, {table}, csv",
            filters=filters.as_query(),
            rows=len(made),
            sha256=checksum,
        )
        db.session.commit()
    return Taken(content, len(made), checksum, people)
