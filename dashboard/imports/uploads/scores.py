"""A file of scores as the pages of uploads show it: what was said of it, and its lines."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field

from dashboard.caseload.viewer import Viewer
from dashboard.imports.actions import (
    KIND,
    Preview,
    import_assessments,
    preview_assessments,
    usual_options,
)
from dashboard.imports.files.reading import read_table
from dashboard.imports.layouts import Options, entries
from dashboard.imports.mapped.cells import shown
from dashboard.imports.plan import Outcome, Planned
from dashboard.imports.planning import Plan, Said
from dashboard.imports.uploads.drafts import Draft, content_of
from dashboard.records.importing import PersonRow, Progress, no_progress

HEADS = ("Participant", "Measure", "Date or week", "Score")


@dataclass
class ScorePlan(Plan):
    """Everything that a file of scores would do."""

    adds: dict[str, int] = field(default_factory=dict)

    def added(self) -> dict[str, int]:
        """How many scores are added and corrected."""
        return self.adds


def has_scores(draft: Draft) -> bool:
    """Whether an upload holds scores, of which other things are asked than its columns."""
    return draft.kind == KIND


def options_of(viewer: Viewer, draft: Draft) -> tuple[Options, int]:
    """Return what was said of the file, or of the last one like it, and how many rows it has."""
    table = read_table(content_of(draft))
    said = Options(**draft.choices) if draft.choices else usual_options(viewer, table)
    return said or Options(), len(table.rows)


def choose_options(draft: Draft, options: Options) -> None:
    """Say how the file is to be read. Raises Refused, by field, where it cannot be."""
    entries(read_table(content_of(draft)), options)
    draft.choices = asdict(options)


def plan_scores(viewer: Viewer, draft: Draft) -> Plan:
    """Say, line by line, what importing the file would do. Raises Refused for a broken one."""
    return as_plan(_preview(viewer, draft, content_of(draft), no_progress))


def carry_out_scores(viewer: Viewer, draft: Draft, progress: Progress) -> Plan:
    """Write the whole file, or nothing. Raises Refused when any of it is wrong."""
    content = content_of(draft)
    preview = _preview(viewer, draft, content, progress)
    name, by = draft.file_name, viewer.user_id
    done = import_assessments(viewer, content, preview, file_name=name, by=by, progress=progress)
    return as_plan(done)


def as_plan(preview: Preview) -> Plan:
    """Return a preview with its lines as the page tells them."""
    lines = [_line(row) for row in preview.rows]
    counts = {
        "scores": preview.count(Outcome.NEW),
        "corrected scores": preview.count(Outcome.CORRECTION),
    }
    adds = {name: number for name, number in counts.items() if number}
    return ScorePlan(HEADS, lines, notes=list(_notes(preview)), seen=preview.seen, adds=adds)


def _preview(viewer: Viewer, draft: Draft, content: bytes, progress: Progress) -> Preview:
    said = Options(**draft.choices)
    return preview_assessments(
        viewer, content, said, exactly=bool(draft.choices), progress=progress
    )


def _notes(preview: Preview) -> Iterator[str]:
    if preview.as_before:
        words = preview.options.in_words or "as it says itself"
        yield f"Read as the last file with these columns was: {words}."
    if preview.count(Outcome.KEPT):
        yield "Scores on record stay as they are, whatever the file says: a clinical lead corrects."


def _line(row: Planned) -> Said:
    entry, given = row.entry, row.given
    week = f"week {entry.week}" if entry.week else ""
    on = given.on.isoformat() if given else entry.on or week
    held = entry.total or (f"{len(entry.answers)} answers" if entry.answers else "")
    about = tuple(shown(text) for text in (entry.code, entry.measure, on, held))
    who = PersonRow(entry.code, "", "", id=given.participant_id) if given else None
    return Said(entry.line, about, row.outcome, row.problem, who)
