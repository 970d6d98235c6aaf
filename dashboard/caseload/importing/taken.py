"""The files that were imported before, and by whom."""

from dataclasses import dataclass

from sqlalchemy import select

from dashboard.caseload.assessments import check_imports
from dashboard.caseload.viewer import Viewer
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.trail import ImportBatch

MOST_BATCHES = 50


@dataclass(frozen=True)
class TakenImport:
    """One file; no name is the command line."""

    batch: ImportBatch
    by_name: str | None


def taken_imports(viewer: Viewer) -> list[TakenImport]:
    """Return the newest 50 imports. Raises NotOnCaseload."""
    check_imports(viewer)
    query = (
        select(ImportBatch, User.name)
        .outerjoin(User, User.id == ImportBatch.user_id)
        .order_by(ImportBatch.at.desc(), ImportBatch.id.desc())
        .limit(MOST_BATCHES)
    )
    return [TakenImport(batch, name) for batch, name in db.session.execute(query)]
