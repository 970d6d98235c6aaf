"""A group's own rhythm of check-ins."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from dashboard.extensions import db
from dashboard.models.check_ins import CheckInRhythm
from dashboard.records.trail import write_audit_line


def keep_rhythm(
    group_id: int,
    own: CheckInRhythm | None,
    weeks: Mapping[str, Sequence[int]],
    *,
    by: int,
    at: datetime,
) -> CheckInRhythm:
    """Write which measures are asked in which weeks (none: every week). Does not commit."""
    row = own or CheckInRhythm(group_id=group_id)
    row.weeks = [[key, list(numbers)] for key, numbers in weeks.items()]
    db.session.add(row)
    db.session.flush()
    write_audit_line(
        by=by,
        at=at,
        action="set check-in rhythm",
        subject="groups",
        subject_id=group_id,
        participant_id=None,
        detail={"weeks": row.weeks},
    )
    return row
