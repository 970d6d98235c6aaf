"""Measures, each version of their definition, and completed assessments with raw answers."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from dashboard.clinical.words import AssessmentSource
from dashboard.extensions import Model
from dashboard.models.types.columns import Document, Id, Instant, LocalDate, Number, Word, one_of


class Measure(Model):
    """A questionnaire, by its key. What it means stands in its versions."""

    __tablename__ = "measures"
    __table_args__ = ({"sqlite_strict": True},)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    key: Mapped[str] = mapped_column(Text, unique=True)

    versions: Mapped[list["MeasureVersion"]] = relationship(
        back_populates="measure", lazy="raise_on_sql", order_by="MeasureVersion.number"
    )


class MeasureVersion(Model):
    """One definition of a measure, never changed. The newest scores what comes in from now on."""

    __tablename__ = "measure_versions"
    __table_args__ = (
        UniqueConstraint("measure_id", "number"),
        UniqueConstraint("id", "measure_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    measure_id: Mapped[int] = mapped_column(Id, ForeignKey("measures.id"))
    number: Mapped[int] = mapped_column()
    definition: Mapped[dict[str, Any]] = mapped_column(Document)
    created_at: Mapped[datetime] = mapped_column(Instant)
    created_by_id: Mapped[int | None] = mapped_column(Id, ForeignKey("users.id"))

    measure: Mapped[Measure] = relationship(back_populates="versions", lazy="raise_on_sql")


class Assessment(Model):
    """One completed measure of one person on one date. A correction supersedes it."""

    __tablename__ = "assessments"
    __table_args__ = (
        one_of("source", AssessmentSource),
        ForeignKeyConstraint(
            ["measure_version_id", "measure_id"],
            ["measure_versions.id", "measure_versions.measure_id"],
        ),
        CheckConstraint("prorated in (0, 1) and total_only in (0, 1)", name="marks_are_yes_or_no"),
        CheckConstraint("total_only = 0 or score is not null", name="a_total_has_a_score"),
        Index(
            "uq_assessments_current",
            "participant_id",
            "measure_id",
            "assessed_on",
            unique=True,
            sqlite_where=text("superseded_at is null"),
            postgresql_where=text("superseded_at is null"),
        ),
        Index("ix_assessments_measure_version_id", "measure_version_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    participant_id: Mapped[int] = mapped_column(Id, ForeignKey("participants.id"))
    measure_id: Mapped[int] = mapped_column(Id)
    measure_version_id: Mapped[int] = mapped_column(Id)
    group_session_id: Mapped[int | None] = mapped_column(
        Id, ForeignKey("group_sessions.id"), index=True
    )
    assessed_on: Mapped[date] = mapped_column(LocalDate)
    answers: Mapped[dict[str, int | None]] = mapped_column(Document)
    score: Mapped[float | None] = mapped_column(Number)
    subscales: Mapped[dict[str, float | None]] = mapped_column(Document)
    prorated: Mapped[int] = mapped_column(default=0)
    total_only: Mapped[int] = mapped_column(default=0)
    source: Mapped[AssessmentSource] = mapped_column(Word(AssessmentSource))
    import_batch_id: Mapped[int | None] = mapped_column(Id, ForeignKey("import_batches.id"))
    recorded_by_id: Mapped[int | None] = mapped_column(Id, ForeignKey("users.id"))
    recorded_at: Mapped[datetime] = mapped_column(Instant)
    superseded_at: Mapped[datetime | None] = mapped_column(Instant)

    measure_version: Mapped[MeasureVersion] = relationship(
        lazy="raise_on_sql",
        foreign_keys=[measure_version_id],
        primaryjoin="Assessment.measure_version_id == MeasureVersion.id",
    )
