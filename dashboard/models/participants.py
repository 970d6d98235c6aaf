"""Participants and their stays in groups, with every change of a stay kept."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    ForeignKey,
    Index,
    LargeBinary,
    ScalarSelect,
    Text,
    UniqueConstraint,
    func,
    select,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from dashboard.clinical.words import DischargeReason, EnrollmentStatus
from dashboard.extensions import Model
from dashboard.models.groups import Group
from dashboard.models.types.columns import Id, Instant, LocalDate, Word, one_of, random_id
from dashboard.models.types.sealing import Sealed, SealedInCounted
from dashboard.models.types.versions import Versioned


class Participant(Versioned, Model):
    """A person in treatment. Contact details and the birth date are sealed."""

    __tablename__ = "participants"
    __table_args__ = (
        CheckConstraint(
            "home_state is null or length(home_state) = 2", name="home_state_is_a_state"
        ),
        Index("ix_participants_name", "family_name", "given_name"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, default=random_id, autoincrement=False)
    # The practice's own number for the person: what imports and exports match by.
    code: Mapped[str] = mapped_column(Text, unique=True)
    given_name: Mapped[str] = mapped_column(Text)
    family_name: Mapped[str] = mapped_column(Text)
    nickname: Mapped[str] = mapped_column(Text, default="")
    home_state: Mapped[str | None] = mapped_column(Text)
    sealed_birth_date: Mapped[bytes | None] = mapped_column(LargeBinary)
    sealed_email: Mapped[bytes | None] = mapped_column(LargeBinary)
    sealed_phone: Mapped[bytes | None] = mapped_column(LargeBinary)
    sealed_emergency_contact: Mapped[bytes | None] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(Instant)

    birth_date = Sealed()  # ISO date text
    email = Sealed()
    phone = Sealed()
    emergency_contact = Sealed()

    enrollments: Mapped[list["Enrollment"]] = relationship(
        back_populates="participant", lazy="raise_on_sql"
    )

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"

    @property
    def short_name(self) -> str:
        """As the roster says it: given name (or nickname) and initial."""
        return f"{self.nickname or self.given_name} {self.family_name[:1]}."


class Enrollment(Versioned, Model):
    """One stay of a participant in a group. The unique seat makes the last seat safe."""

    __tablename__ = "enrollments"
    __table_args__ = (
        one_of("status", EnrollmentStatus),
        CheckConstraint(
            "(status in ('reserved', 'active', 'on_hold')) = (seat_number is not null)",
            name="seated_exactly_while_in",
        ),
        CheckConstraint(
            "(status in ('completed', 'discharged')) = (ended_on is not null)",
            name="end_exactly_when_ended",
        ),
        CheckConstraint(
            "ended_on is null or joined_on is null or ended_on >= joined_on", name="order"
        ),
        CheckConstraint("status <> 'active' or joined_on is not null", name="active_has_joined"),
        UniqueConstraint("id", "group_id"),
        Index("uq_enrollments_seat", "group_id", "seat_number", unique=True),
        Index(
            "uq_enrollments_open_stay",
            "group_id",
            "participant_id",
            unique=True,
            sqlite_where=text("ended_on is null"),
            postgresql_where=text("ended_on is null"),
        ),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    participant_id: Mapped[int] = mapped_column(Id, ForeignKey("participants.id"), index=True)
    group_id: Mapped[int] = mapped_column(Id, ForeignKey("groups.id"), index=True)
    status: Mapped[EnrollmentStatus] = mapped_column(Word(EnrollmentStatus))
    seat_number: Mapped[int | None] = mapped_column()
    joined_on: Mapped[date | None] = mapped_column(LocalDate)
    ended_on: Mapped[date | None] = mapped_column(LocalDate)
    reserved_until: Mapped[datetime | None] = mapped_column(Instant)
    # Given by hand, from 1; who has none comes after, by how long they wait.
    waitlist_place: Mapped[int | None] = mapped_column()
    sealed_waitlist_note: Mapped[bytes | None] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(Instant)

    waitlist_note = SealedInCounted()

    participant: Mapped[Participant] = relationship(
        back_populates="enrollments", lazy="raise_on_sql"
    )
    group: Mapped[Group] = relationship(lazy="raise_on_sql")
    changes: Mapped[list["EnrollmentChange"]] = relationship(
        back_populates="enrollment",
        lazy="raise_on_sql",
        order_by="(EnrollmentChange.on_date, EnrollmentChange.id)",
    )


class EnrollmentChange(Model):
    """From `on_date` the stay has this status. Never changed, never removed."""

    __tablename__ = "enrollment_changes"
    __table_args__ = (
        one_of("status", EnrollmentStatus),
        one_of("reason", DischargeReason),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    enrollment_id: Mapped[int] = mapped_column(Id, ForeignKey("enrollments.id"), index=True)
    status: Mapped[EnrollmentStatus] = mapped_column(Word(EnrollmentStatus))
    on_date: Mapped[date] = mapped_column(LocalDate)
    reason: Mapped[DischargeReason | None] = mapped_column(Word(DischargeReason))
    sealed_remark: Mapped[bytes | None] = mapped_column(LargeBinary)
    by_id: Mapped[int | None] = mapped_column(Id, ForeignKey("users.id"))
    at: Mapped[datetime] = mapped_column(Instant)

    remark = SealedInCounted()

    enrollment: Mapped[Enrollment] = relationship(back_populates="changes", lazy="raise_on_sql")


def waiting_since() -> ScalarSelect[datetime]:
    """Return, for a query of enrollments, the moment at which each was last put on the waitlist."""
    return (
        select(func.max(EnrollmentChange.at))
        .where(
            EnrollmentChange.enrollment_id == Enrollment.id,
            EnrollmentChange.status == EnrollmentStatus.WAITLISTED,
        )
        .correlate(Enrollment)
        .scalar_subquery()
    )


def in_waiting_order() -> tuple[ColumnElement[Any], ...]:
    """Return what sorts a waitlist: places given by hand, then who has waited longest."""
    place = Enrollment.waitlist_place
    return place.is_(None), place.expression, waiting_since(), Enrollment.id.expression
