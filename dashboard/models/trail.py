"""The trail: who wrote what (chained by hash), who read whom, what left and what came in."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from dashboard.extensions import Model
from dashboard.models.types.columns import Document, Id, Instant


class Timer(StrEnum):
    """The commands that a timer should run; that they did is noted in the trail."""

    CHECK_INS = "checkins send"
    FLAGS = "flags notify"
    SEATS = "seats expire"

    @property
    def subject(self) -> str:
        return "timers"

    @property
    def action(self) -> str:
        return f"run {self}"


class AuditLine(Model):
    """One write. Each line's hash covers the line before, so a changed or removed line shows."""

    __tablename__ = "audit_lines"
    __table_args__ = (
        Index("ix_audit_lines_subject", "subject", "subject_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)
    user_id: Mapped[int | None] = mapped_column(Id, ForeignKey("users.id"))
    action: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(Text)
    subject_id: Mapped[int | None] = mapped_column(Id)
    participant_id: Mapped[int | None] = mapped_column(Id, index=True)
    detail: Mapped[dict[str, Any]] = mapped_column(Document)
    previous_hash: Mapped[str] = mapped_column(Text)
    hash: Mapped[str] = mapped_column(Text, unique=True)


class ReadingLine(Model):
    """One page on which participants' records were read: not chained, one line a request."""

    __tablename__ = "reading_lines"
    __table_args__ = ({"sqlite_strict": True},)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)
    user_id: Mapped[int] = mapped_column(Id, ForeignKey("users.id"), index=True)
    page: Mapped[str] = mapped_column(Text)
    participant_ids: Mapped[list[int]] = mapped_column(Document)


class ExportLine(Model):
    """One export: who took what, and how many rows."""

    __tablename__ = "export_lines"
    __table_args__ = ({"sqlite_strict": True},)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)
    user_id: Mapped[int | None] = mapped_column(Id, ForeignKey("users.id"))
    what: Mapped[str] = mapped_column(Text)
    filters: Mapped[dict[str, Any]] = mapped_column(Document)
    rows: Mapped[int] = mapped_column()
    sha256: Mapped[str] = mapped_column(Text)


class ImportBatch(Model):
    """One file that was imported, whole."""

    __tablename__ = "import_batches"
    __table_args__ = ({"sqlite_strict": True},)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)
    user_id: Mapped[int | None] = mapped_column(Id, ForeignKey("users.id"))
    kind: Mapped[str] = mapped_column(Text)
    file_name: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(Text)
    rows_written: Mapped[int] = mapped_column()
    rows_unchanged: Mapped[int] = mapped_column()
