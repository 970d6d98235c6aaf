"""A file of assessments: what it would do, and doing it, all or nothing."""

from dataclasses import dataclass
from hashlib import sha256

from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import AssessmentSource
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.imports.files.reading import read_table
from dashboard.imports.layouts import Options, entries
from dashboard.imports.plan import Given, Outcome, Planned, known_to, planned, total_of
from dashboard.models.trail import ImportBatch
from dashboard.records.assessments import record_assessment
from dashboard.records.trail import write_audit_line

WRITTEN = (Outcome.NEW, Outcome.CORRECTION)


@dataclass(frozen=True)
class Preview:
    """What importing a file would do."""

    rows: tuple[Planned, ...]

    def count(self, outcome: str) -> int:
        """Return how many entries will come out so."""
        return sum(row.outcome == outcome for row in self.rows)

    @property
    def wrong(self) -> list[Planned]:
        """The entries that keep the whole file from being imported."""
        return [row for row in self.rows if row.outcome is Outcome.WRONG]

    @property
    def to_write(self) -> list[Given]:
        """What would be written."""
        return [row.given for row in self.rows if row.given and row.outcome in WRITTEN]


def preview_assessments(viewer: Viewer, content: bytes, options: Options) -> Preview:
    """Say, row by row, what importing this file would do. Raises Refused for a broken file."""
    table = read_table(content)
    found = entries(table, options)
    known = known_to(viewer, decimal_comma=table.decimal_comma)
    return Preview(tuple(planned(found, known)))


def import_assessments(
    viewer: Viewer, content: bytes, options: Options, *, file_name: str, by: int | None
) -> Preview:
    """Write the whole file, or nothing. Raises Refused when any of it is wrong.

    A file of which nothing is new changes nothing.
    """
    preview = preview_assessments(viewer, content, options)
    if preview.wrong:
        raise Refused(f"Nothing was imported: {len(preview.wrong)} entries are wrong.")
    if preview.to_write:
        batch = _batch(viewer, preview, by, file_name=file_name, digest=sha256(content).hexdigest())
        for given in preview.to_write:
            record_assessment(
                given.participant,
                given.measure.version,
                on=given.on,
                source=AssessmentSource.IMPORT,
                by=by,
                at=viewer.as_of,
                answers=given.answers,
                total=total_of(given),
                import_batch_id=batch.id,
            )
    db.session.commit()
    return preview


def _batch(
    viewer: Viewer, preview: Preview, by: int | None, *, file_name: str, digest: str
) -> ImportBatch:
    batch = ImportBatch(
        at=viewer.as_of,
        user_id=by,
        kind="assessments",
        file_name=file_name[:200],
        sha256=digest,
        rows_written=len(preview.to_write),
        rows_unchanged=preview.count(Outcome.UNCHANGED),
    )
    db.session.add(batch)
    db.session.flush()
    write_audit_line(
        by=by,
        at=viewer.as_of,
        action="import assessments",
        subject="import_batches",
        subject_id=batch.id,
        detail={"sha256": digest, "rows": batch.rows_written},
    )
    return batch
