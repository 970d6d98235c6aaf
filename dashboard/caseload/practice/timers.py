"""When the commands that a timer should run were last seen to run."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select

from dashboard.caseload.practice.itself import check_keeps_practice
from dashboard.caseload.viewer import Viewer
from dashboard.extensions import db
from dashboard.models.trail import AuditLine, Timer

# Runs are noted about once an hour; after three without a note something has stopped.
SILENT_FOR = timedelta(hours=3)


@dataclass(frozen=True)
class TimerRun:
    """One command and when it was last noted, None for never."""

    timer: Timer
    at: datetime | None
    is_silent: bool


def timer_runs(viewer: Viewer) -> list[TimerRun]:
    """Return each command that a timer should run. Raises NotOnCaseload."""
    check_keeps_practice(viewer)
    query = (
        select(AuditLine.action, func.max(AuditLine.at))
        .where(AuditLine.subject == Timer.CHECK_INS.subject)
        .group_by(AuditLine.action)
    )
    noted = {row[0]: row[1] for row in db.session.execute(query)}
    found = []
    for timer in Timer:
        at = noted.get(timer.action)
        found.append(TimerRun(timer, at, at is None or viewer.as_of - at > SILENT_FOR))
    return found
