"""Remembers by which names people show up in video rooms."""

from datetime import datetime

from sqlalchemy import select

from dashboard.clinical.video_reports import alias_key
from dashboard.extensions import db
from dashboard.models.video_aliases import VideoAlias
from dashboard.records.trail import write_audit_line


def remember_alias(participant_id: int, name: str, *, by: int, at: datetime) -> None:
    """Keep a name for a participant, once. Does not commit."""
    query = select(VideoAlias).where(VideoAlias.participant_id == participant_id)
    known = {alias_key(alias.name or "") for alias in db.session.scalars(query)}
    if alias_key(name) in known:
        return
    row = VideoAlias(participant_id=participant_id, name=name, said_by_id=by, said_at=at)
    db.session.add(row)
    db.session.flush()
    write_audit_line(
        by=by,
        at=at,
        action="remember video name",
        subject="video alias",
        subject_id=row.id,
        participant_id=participant_id,
    )
