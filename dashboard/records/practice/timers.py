"""What a timer runs, noted now and then, so that everybody sees whether one is set."""

from datetime import datetime, timedelta

from sqlalchemy import select

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.trail import AuditLine, Timer
from dashboard.records.trail import write_audit_line

# A timer of a minute would fill the trail; a timer of an hour is noted each time.
NOTED_EVERY = timedelta(minutes=50)


def note_run(timer: Timer, *, at: datetime) -> None:
    """Note that a command has run, unless that was noted within the hour. Commits."""
    with writing():
        noted = db.session.scalar(
            select(AuditLine.at)
            .where(AuditLine.subject == timer.subject, AuditLine.action == timer.action)
            .order_by(AuditLine.id.desc())
            .limit(1)
        )
        if noted is None or at - noted > NOTED_EVERY:
            subject, action = timer.subject, timer.action
            write_audit_line(by=None, at=at, action=action, subject=subject, subject_id=None)
            db.session.commit()
