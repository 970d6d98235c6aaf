"""By which names people show up in video rooms, as therapists have said."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from dashboard.extensions import Model
from dashboard.models.types.columns import Id, Instant, random_id
from dashboard.models.types.sealing import Sealed


class VideoAlias(Model):
    """One name of one participant: sealed, because people put anything there."""

    __tablename__ = "video_aliases"
    __table_args__ = {"sqlite_strict": True}

    id: Mapped[int] = mapped_column(Id, primary_key=True, default=random_id, autoincrement=False)
    participant_id: Mapped[int] = mapped_column(Id, ForeignKey("participants.id"), index=True)
    sealed_name: Mapped[bytes | None] = mapped_column(LargeBinary)
    said_by_id: Mapped[int] = mapped_column(Id, ForeignKey("users.id"))
    said_at: Mapped[datetime] = mapped_column(Instant)

    name = Sealed()
