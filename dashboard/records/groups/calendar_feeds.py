"""Makes and ends the private address of a user's calendar."""

import secrets
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select

from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.calendar_feeds import CalendarFeed
from dashboard.records.trail import write_audit_line

TOKEN_BYTES = 32


def make_feed(user_id: int, *, at: datetime) -> str:
    """Give a user a new address and end the one before; return its token (256 bits). No commit."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    row = db.session.get(CalendarFeed, user_id)
    if row is None:
        row = CalendarFeed(user_id=user_id)
        db.session.add(row)
    row.token_hash, row.made_at = _hash_of(token), at
    _write_line("make calendar address", user_id, at)
    return token


def end_feed(user_id: int, *, at: datetime) -> None:
    """End a user's address, if there is one. Does not commit."""
    row = db.session.get(CalendarFeed, user_id)
    if row is not None:
        db.session.delete(row)
        _write_line("end calendar address", user_id, at)


def owner_of_feed(token: str) -> User | None:
    """Return whose calendar an address is, unless it ended or they have left."""
    return db.session.scalar(
        select(User)
        .join(CalendarFeed, CalendarFeed.user_id == User.id)
        .where(CalendarFeed.token_hash == _hash_of(token), User.deactivated_at.is_(None))
    )


def _hash_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _write_line(action: str, user_id: int, at: datetime) -> None:
    db.session.flush()
    write_audit_line(by=user_id, at=at, action=action, subject="calendar_feeds", subject_id=user_id)
