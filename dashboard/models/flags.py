"""Flags: something that wants a human, kept until a human has closed it."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from dashboard.clinical.words import FlagKind
from dashboard.extensions import Model
from dashboard.models.types.columns import Document, Id, Instant, Word, one_of, random_id
from dashboard.models.types.sealing import Sealed
from dashboard.models.types.versions import Versioned


class Flag(Versioned, Model):
    """One flag. `cause` says once what raised it, so that the same cause raises one flag only."""

    __tablename__ = "flags"
    __table_args__ = (
        one_of("kind", FlagKind),
        CheckConstraint(
            "(acknowledged_at is null) = (acknowledged_by_id is null)", name="acknowledged"
        ),
        CheckConstraint("(closed_at is null) = (closed_by_id is null)", name="closed_by_somebody"),
        CheckConstraint(
            "closed_at is null or acknowledged_at is not null", name="seen_before_closed"
        ),
        Index("uq_flags_cause", "kind", "cause", unique=True),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, default=random_id, autoincrement=False)
    kind: Mapped[FlagKind] = mapped_column(Word(FlagKind))
    cause: Mapped[str] = mapped_column(Text)
    participant_id: Mapped[int | None] = mapped_column(
        Id, ForeignKey("participants.id"), index=True
    )
    enrollment_id: Mapped[int | None] = mapped_column(Id, ForeignKey("enrollments.id"), index=True)
    group_session_id: Mapped[int | None] = mapped_column(Id, ForeignKey("group_sessions.id"))
    assessment_id: Mapped[int | None] = mapped_column(Id, ForeignKey("assessments.id"))
    owner_id: Mapped[int | None] = mapped_column(Id, ForeignKey("users.id"), index=True)
    raised_at: Mapped[datetime] = mapped_column(Instant)
    detail: Mapped[dict[str, Any]] = mapped_column(Document)
    acknowledged_by_id: Mapped[int | None] = mapped_column(Id, ForeignKey("users.id"))
    acknowledged_at: Mapped[datetime | None] = mapped_column(Instant)
    sealed_finding: Mapped[bytes | None] = mapped_column(LargeBinary)
    closed_by_id: Mapped[int | None] = mapped_column(Id, ForeignKey("users.id"))
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    sealed_closing_note: Mapped[bytes | None] = mapped_column(LargeBinary)

    finding = Sealed()
    closing_note = Sealed()
