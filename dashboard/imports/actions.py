"""A file of assessments: what it would do, and doing it, all or nothing."""

from dataclasses import asdict, dataclass
from hashlib import sha256

from dashboard.caseload.importing import last_written_line, remembered_mapping
from dashboard.caseload.viewer import Viewer
from dashboard.database import reading, writing
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.imports.files.reading import Table, read_table
from dashboard.imports.known import known_to
from dashboard.imports.layouts import Options, entries
from dashboard.imports.plan import Given, Outcome, Planned, planned
from dashboard.models.trail import ImportBatch
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


@dataclass(frozen=True)
class Preview:
    """What importing a file would do, and how it was read; `as_before` is as the last like it.

    `seen` is the newest audit line when this was planned: while it is that, the plan stands.
    """

    rows: tuple[Planned, ...]
    options: Options
    fingerprint: str
    as_before: bool = False
    seen: int = -1

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


def preview_assessments(
    viewer: Viewer,
    content: bytes,
    options: Options,
    *,
    exactly: bool = False,
    progress: Progress = no_progress,
) -> Preview:
    """Say, row by row, what importing this file would do. Raises Refused for a broken file.

    Where nothing is said of a file, it is read as the last one with the same columns was, unless
    it is to be read `exactly` so. Others may write meanwhile.
    """
    with reading():
        return _planned(viewer, content, options, exactly, progress)


def import_assessments(
    viewer: Viewer,
    content: bytes,
    preview: Preview,
    *,
    file_name: str,
    by: int | None,
    progress: Progress = no_progress,
) -> Preview:
    """Write the whole file as it was previewed, or nothing. Raises Refused when any is wrong.

    It is planned again only where somebody has written since. A file of which nothing is new
    changes nothing. What was said of its columns is remembered.
    """
    _refuse_wrong(preview)
    with writing():
        if last_written_line(viewer) != preview.seen:
            preview = _planned(viewer, content, preview.options, True, progress)
            _refuse_wrong(preview)
        if preview.to_write:
            digest = sha256(content).hexdigest()
            batch = _batch(viewer, preview, by, file_name=file_name, digest=digest)
            new = [_new_score(given) for given in preview.to_write]
            add_scores(new, batch_id=batch.id, by=by, at=viewer.as_of, progress=progress)
        if not preview.as_before:
            said = asdict(preview.options)
            remember_mapping(KIND, preview.fingerprint, said, by=by, at=viewer.as_of)
        db.session.commit()
    return preview


def usual_options(viewer: Viewer, table: Table) -> Options | None:
    """Return what was said of the last file with the same columns, or None."""
    chosen = remembered_mapping(viewer, KIND, table.fingerprint)
    return None if chosen is None else Options(**chosen)


def _planned(
    viewer: Viewer, content: bytes, options: Options, exactly: bool, progress: Progress
) -> Preview:
    seen = last_written_line(viewer)
    progress("Reading the file", 0, 0)
    table = read_table(content)
    usual = usual_options(viewer, table)
    if usual is not None and options == Options() and not exactly:
        options = usual
    found = entries(table, options)
    progress("Checking scores", 0, len(found))
    known = known_to(viewer, decimal_comma=table.decimal_comma)
    rows = tuple(planned(found, known, progress))
    return Preview(rows, options, table.fingerprint, options == usual, seen)


def _refuse_wrong(preview: Preview) -> None:
    if preview.wrong:
        raise Refused(f"Nothing was imported: {len(preview.wrong)} entries are wrong.")


def _new_score(given: Given) -> NewScore:
    version, definition = given.measure.version, given.measure.definition
    who, scored = given.participant_id, given.scored
    return NewScore(who, version, definition, given.on, scored, given.supersedes)


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
        rows_unchanged=preview.count(Outcome.UNCHANGED) + preview.count(Outcome.KEPT),
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
