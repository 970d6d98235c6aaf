"""Files given as text, planned or brought in."""

from dashboard.imports.mapped.actions import carry_out, job_of, preview
from dashboard.imports.mapped.fields import Kind
from dashboard.imports.mapped.mapping import ColumnMapping


def bring(viewer, kind, text, *, columns=None, for_all=None, dry=False):
    """Plan or import a text; return what is said of each line."""
    content = text if isinstance(text, bytes) else text.encode()
    said = ColumnMapping(columns or {}, for_all or {})
    job = job_of(viewer, Kind(kind), content, "f.csv", said)
    plan = preview(viewer, job) if dry else carry_out(viewer, job, by=None)
    return [(line.line, line.outcome.value, line.says) for line in plan.lines]


def problem(viewer, kind, head, row, **said):
    """Return what is wrong with the one row of a file."""
    [(_line, outcome, says)] = bring(viewer, kind, f"{head}\n{row}\n", dry=True, **said)
    assert outcome == "wrong", (outcome, says)
    return says
