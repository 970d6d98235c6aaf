"""A file of assessments: what it would do, and doing it, all or nothing."""

from dataclasses import asdict, dataclass
from hashlib import sha256

from dashboard.caseload.importing import remembered_mapping
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import AssessmentSource
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.imports.files.reading import ON_A_PAGE, Limits, read_table
from dashboard.imports.layouts import Options, entries
from dashboard.imports.plan import Given, Outcome, Planned, known_to, planned, total_of
from dashboard.models.trail import ImportBatch
from dashboard.records.assessments import record_assessment
from dashboard.records.importing import (
    NewScore,
    Progress,
    add_scores,
    no_progress,
    remember_mapping,
)
from dashboard.records.trail import write_audit_line

# What the choices for such files are remembered under.
KIND = "assessments"
WRITTEN = (Outcome.NEW, Outcome.CORRECTION)
# A page of more rows than this takes a browser minutes.
MOST_SHOWN = 2_000


@dataclass(frozen=True)
class Preview:
    """What importing a file would do, and how it was read; `as_before` is as the last like it."""

    rows: tuple[Planned, ...]
    options: Options
    fingerprint: str
    as_before: bool = False

    def count(self, outcome: str) -> int:
        """Return how many entries will come out so."""
        return sum(row.outcome == outcome for row in self.rows)

    @property
    def wrong(self) -> list[Planned]:
        """The entries that keep the whole file from being imported."""
        return [row for row in self.rows if row.outcome is Outcome.WRONG]

    @property
    def shown(self) -> list[Planned]:
        """The entries that a page shows: what is wrong first, and not more than it can bear."""
        others = (row for row in self.rows if row.outcome is not Outcome.WRONG)
        return [*self.wrong, *others][:MOST_SHOWN]

    @property
    def to_write(self) -> list[Given]:
        """What would be written."""
        return [row.given for row in self.rows if row.given and row.outcome in WRITTEN]

    def given(self, outcome: Outcome) -> list[Given]:
        """Return what will come out so, in the order of the file."""
        return [row.given for row in self.rows if row.given and row.outcome is outcome]


def preview_assessments(
    viewer: Viewer, content: bytes, options: Options, limits: Limits = ON_A_PAGE
) -> Preview:
    """Say, row by row, what importing this file would do. Raises Refused for a broken file.

    Where nothing is said of a file, it is read as the last one with the same columns was.
    """
    table = read_table(content, limits)
    chosen = remembered_mapping(viewer, KIND, table.fingerprint)
    as_before = options == Options() and chosen is not None
    options = Options(**chosen) if chosen is not None and as_before else options
    known = known_to(viewer, decimal_comma=table.decimal_comma)
    rows = tuple(planned(entries(table, options), known))
    return Preview(rows, options, table.fingerprint, as_before)


def import_assessments(
    viewer: Viewer,
    content: bytes,
    options: Options,
    *,
    file_name: str,
    by: int | None,
    limits: Limits = ON_A_PAGE,
    progress: Progress = no_progress,
) -> Preview:
    """Write the whole file, or nothing. Raises Refused when any of it is wrong.

    A file of which nothing is new changes nothing. What was said of its columns is remembered.
    """
    preview = preview_assessments(viewer, content, options, limits)
    if preview.wrong:
        raise Refused(f"Nothing was imported: {len(preview.wrong)} entries are wrong.")
    if preview.to_write:
        batch = _batch(viewer, preview, by, file_name=file_name, digest=sha256(content).hexdigest())
        _write(viewer, preview, batch.id, by, progress)
    if not preview.as_before:
        said = asdict(preview.options)
        remember_mapping(KIND, preview.fingerprint, said, by=by, at=viewer.as_of)
    db.session.commit()
    return preview


def _write(
    viewer: Viewer, preview: Preview, batch_id: int, by: int | None, progress: Progress
) -> None:
    """Write new scores all at once, and what is corrected one by one."""
    at, new = viewer.as_of, [_new_score(given) for given in preview.given(Outcome.NEW)]
    add_scores(new, batch_id=batch_id, by=by, at=at, progress=progress)
    for given in preview.given(Outcome.CORRECTION):
        record_assessment(
            given.participant,
            given.measure.version,
            on=given.on,
            source=AssessmentSource.IMPORT,
            by=by,
            at=at,
            answers=given.answers,
            total=total_of(given),
            import_batch_id=batch_id,
        )


def _new_score(given: Given) -> NewScore:
    version, definition = given.measure.version, given.measure.definition
    who, total = given.participant.id, total_of(given)
    return NewScore(who, version, definition, given.on, given.answers, total)


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
