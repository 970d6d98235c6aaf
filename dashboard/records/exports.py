"""What leaves the practice, written down: who took what, how many rows, and the file's checksum."""

from datetime import datetime
from typing import Any

from dashboard.extensions import db
from dashboard.models.trail import ExportLine
from dashboard.records.trail import write_audit_line


def record_export(
    *,
    by: int | None,
    at: datetime,
    what: str,
    filters: dict[str, Any],
    rows: int,
    sha256: str,
    participant_id: int | None = None,
) -> ExportLine:
    """Keep one export with its audit line, flushed; the caller commits.

    `filters` are plain values, `sha256` is the checksum of the file's bytes in hex.
    """
    line = ExportLine(at=at, user_id=by, what=what, filters=filters, rows=rows, sha256=sha256)
    db.session.add(line)
    db.session.flush()
    write_audit_line(
        by=by,
        at=at,
        action="export",
        subject="export_lines",
        subject_id=line.id,
        participant_id=participant_id,
        detail={"what": what, "filters": filters, "rows": rows, "sha256": sha256},
    )
    return line
