"""What was chosen for a file's columns before, and how far the practice's record reaches."""

from typing import Any

from sqlalchemy import func, select

from dashboard.caseload.assessments import check_imports
from dashboard.caseload.viewer import Viewer
from dashboard.extensions import db
from dashboard.models.import_mappings import ImportMapping
from dashboard.models.trail import AuditLine


def remembered_mapping(viewer: Viewer, kind: str, fingerprint: str) -> dict[str, Any] | None:
    """Return what was chosen for such a file, or None. Raises NotOnCaseload."""
    check_imports(viewer)
    return db.session.scalar(
        select(ImportMapping.choices).where(
            ImportMapping.kind == kind, ImportMapping.fingerprint == fingerprint
        )
    )


def last_written_line(viewer: Viewer) -> int:
    """Return the number of the newest audit line, 0 for none. Raises NotOnCaseload.

    Every write leaves one, so as long as it is the same, what was read before still stands.
    """
    check_imports(viewer)
    return db.session.scalars(select(func.coalesce(func.max(AuditLine.id), 0))).one()
