"""The audit line that every write to a stay leaves."""

from datetime import datetime
from typing import Any

from dashboard.models.participants import Enrollment
from dashboard.records.trail import write_audit_line


def write_stay_line(
    stay: Enrollment, action: str, *, by: int | None, at: datetime, detail: dict[str, Any]
) -> None:
    """Write down what was done to a stay and by whom. The stay has its id; the caller commits."""
    write_audit_line(
        by=by,
        at=at,
        action=action,
        subject="enrollments",
        subject_id=stay.id,
        participant_id=stay.participant_id,
        detail=detail,
    )
