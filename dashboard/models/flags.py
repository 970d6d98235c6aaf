"""Flags: something that wants a human until one has closed it; and the rules that raise some."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from dashboard.clinical.attendance import Rule, rule_from_row
from dashboard.clinical.words import FlagKind
from dashboard.extensions import Model
from dashboard.models.groups import GroupType
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
    # When the owner, and the clinical leads, were written to; never more than once each.
    owner_told_at: Mapped[datetime | None] = mapped_column(Instant)
    leads_told_at: Mapped[datetime | None] = mapped_column(Instant)
    closed_by_id: Mapped[int | None] = mapped_column(Id, ForeignKey("users.id"))
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    sealed_closing_note: Mapped[bytes | None] = mapped_column(LargeBinary)

    finding = Sealed()
    closing_note = Sealed()


class AttendanceRule(Versioned, Model):
    """A rule about misses, as plain values; one that is turned off raises no flags."""

    __tablename__ = "attendance_rules"
    __table_args__ = ({"sqlite_strict": True},)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    key: Mapped[str] = mapped_column(Text, unique=True)
    definition: Mapped[dict[str, Any]] = mapped_column(Document)
    turned_off_at: Mapped[datetime | None] = mapped_column(Instant)

    group_types: Mapped[list["RuleGroupType"]] = relationship(
        back_populates="rule", lazy="raise_on_sql", cascade="all, delete-orphan"
    )

    @property
    def rule(self) -> Rule:
        """The rule that the values say."""
        return rule_from_row(self.definition)


class RuleGroupType(Model):
    """A group type that goes by a rule."""

    __tablename__ = "rule_group_types"
    __table_args__ = (UniqueConstraint("rule_id", "group_type_id"), {"sqlite_strict": True})

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    rule_id: Mapped[int] = mapped_column(Id, ForeignKey("attendance_rules.id"))
    group_type_id: Mapped[int] = mapped_column(Id, ForeignKey("group_types.id"), index=True)

    rule: Mapped[AttendanceRule] = relationship(back_populates="group_types", lazy="raise_on_sql")
    group_type: Mapped[GroupType] = relationship(lazy="raise_on_sql")
