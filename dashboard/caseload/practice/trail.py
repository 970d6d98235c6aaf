"""The trail as the practice reads it, and the days on which no group meets."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from dashboard.caseload.practice.itself import check_keeps_practice, practice_today
from dashboard.caseload.viewer import Viewer
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.groups import PracticeClosure
from dashboard.models.trail import AuditLine

TRAIL_PAGE = 100


@dataclass(frozen=True)
class TrailLine:
    """One line with the name of who wrote it; None is the command line or a participant."""

    line: AuditLine
    by: str | None


def trail_page(
    viewer: Viewer, *, user_id: int | None = None, action: str = "", before: int | None = None
) -> list[TrailLine]:
    """Return a page of the trail, the newest line first, of one user and action where asked.

    `before` is the number of the line that the page begins below. Raises NotOnCaseload.
    """
    check_keeps_practice(viewer)
    query = select(AuditLine, User.name).outerjoin(User, User.id == AuditLine.user_id)
    if user_id is not None:
        query = query.where(AuditLine.user_id == user_id)
    if action:
        query = query.where(AuditLine.action.contains(action, autoescape=True))
    if before is not None:
        query = query.where(AuditLine.id < before)
    rows = db.session.execute(query.order_by(AuditLine.id.desc()).limit(TRAIL_PAGE))
    return [TrailLine(line, name) for line, name in rows]


def closures_by_date(viewer: Viewer) -> Sequence[PracticeClosure]:
    """Return the days on which no group meets, from today on. Raises NotOnCaseload."""
    check_keeps_practice(viewer)
    return db.session.scalars(
        select(PracticeClosure)
        .where(PracticeClosure.on_date >= practice_today(viewer))
        .order_by(PracticeClosure.on_date)
    ).all()
