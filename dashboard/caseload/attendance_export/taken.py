"""What was exported before: by the viewer, or by anybody for those who lead or administer."""

from dataclasses import dataclass

from sqlalchemy import select

from dashboard.caseload.viewer import Viewer
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.trail import ExportLine

MOST_LINES = 50


@dataclass(frozen=True)
class TakenExport:
    """One export, and who took it; no name is the command line."""

    line: ExportLine
    by_name: str | None


def taken_exports(viewer: Viewer) -> list[TakenExport]:
    """Return the newest 50 exports: one's own, or everybody's for lead and administrator."""
    query = select(ExportLine, User.name).outerjoin(User, User.id == ExportLine.user_id)
    if not viewer.reads_every_group:
        query = query.where(ExportLine.user_id == viewer.user_id)
    newest = query.order_by(ExportLine.at.desc(), ExportLine.id.desc()).limit(MOST_LINES)
    return [TakenExport(line, name) for line, name in db.session.execute(newest)]
