"""Private calendars: one address a user, known by its hash alone."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from dashboard.extensions import Model
from dashboard.models.types.columns import Id, Instant


class CalendarFeed(Model):
    """Where a calendar program reads a user's sessions; a new address ends the one before."""

    __tablename__ = "calendar_feeds"
    __table_args__ = ({"sqlite_strict": True},)

    user_id: Mapped[int] = mapped_column(Id, ForeignKey("users.id"), primary_key=True)
    token_hash: Mapped[str] = mapped_column(Text, unique=True)
    made_at: Mapped[datetime] = mapped_column(Instant)
