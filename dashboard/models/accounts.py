"""Users, their licenses, their sign-ins, and the attempts that are counted against guessing."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from dashboard.clinical.words import Role
from dashboard.extensions import Model
from dashboard.models.types.columns import Document, Id, Instant, LocalDate, Word, one_of
from dashboard.models.types.versions import Versioned


class User(Versioned, Model):
    """Somebody who signs in. An associate is a therapist with a supervisor."""

    __tablename__ = "users"
    __table_args__ = (
        one_of("role", Role),
        CheckConstraint("email = lower(email)", name="email_is_lower_case"),
        CheckConstraint("supervisor_id <> id", name="not_own_supervisor"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    email: Mapped[str] = mapped_column(Text, unique=True)
    name: Mapped[str] = mapped_column(Text)
    credentials: Mapped[str] = mapped_column(Text, default="")
    password_hash: Mapped[str] = mapped_column(Text)
    role: Mapped[Role] = mapped_column(Word(Role))
    supervisor_id: Mapped[int | None] = mapped_column(Id, ForeignKey("users.id"))
    created_at: Mapped[datetime] = mapped_column(Instant)
    deactivated_at: Mapped[datetime | None] = mapped_column(Instant)

    supervisor: Mapped["User | None"] = relationship(remote_side=[id], lazy="raise_on_sql")
    licenses: Mapped[list["License"]] = relationship(
        back_populates="user", lazy="raise_on_sql", foreign_keys="License.user_id"
    )


class License(Versioned, Model):
    """A therapist's credential in one state."""

    __tablename__ = "licenses"
    __table_args__ = (
        CheckConstraint("length(jurisdiction) = 2", name="jurisdiction_is_a_state"),
        CheckConstraint("expires_on >= issued_on", name="expires_after_issue"),
        Index("uq_licenses_number", "profession", "number", "jurisdiction", unique=True),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    user_id: Mapped[int] = mapped_column(Id, ForeignKey("users.id"), index=True)
    profession: Mapped[str] = mapped_column(Text)
    number: Mapped[str] = mapped_column(Text)
    jurisdiction: Mapped[str] = mapped_column(Text)
    issued_on: Mapped[date | None] = mapped_column(LocalDate)
    expires_on: Mapped[date] = mapped_column(LocalDate)
    verified_by_id: Mapped[int | None] = mapped_column(Id, ForeignKey("users.id"))
    verified_at: Mapped[datetime | None] = mapped_column(Instant)
    # Where this is an authority under a compact: good in every state that had joined it.
    compact_id: Mapped[int | None] = mapped_column(Id, ForeignKey("compacts.id"))

    compact: Mapped["Compact | None"] = relationship(lazy="raise_on_sql")
    user: Mapped[User] = relationship(
        back_populates="licenses", lazy="raise_on_sql", foreign_keys=[user_id]
    )
    verified_by: Mapped[User | None] = relationship(
        lazy="raise_on_sql", foreign_keys=[verified_by_id]
    )


class Compact(Model):
    """An agreement between states, with those that had joined it as known on a day."""

    __tablename__ = "compacts"
    __table_args__ = ({"sqlite_strict": True},)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(Text, unique=True)
    states: Mapped[list[str]] = mapped_column(Document)
    known_on: Mapped[date] = mapped_column(LocalDate)


class SignIn(Model):
    """One sign-in on one device, kept here so that it can be ended from here."""

    __tablename__ = "sign_ins"
    __table_args__ = ({"sqlite_strict": True},)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    user_id: Mapped[int] = mapped_column(Id, ForeignKey("users.id"), index=True)
    token_hash: Mapped[str] = mapped_column(Text, unique=True)
    device: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime] = mapped_column(Instant)
    last_seen_at: Mapped[datetime] = mapped_column(Instant)
    ends_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)

    user: Mapped[User] = relationship(lazy="raise_on_sql")


class SignInAttempt(Model):
    """One failed try, under the hash of the name or the address that it came with."""

    __tablename__ = "sign_in_attempts"
    __table_args__ = (
        Index("ix_sign_in_attempts_key", "key_hash", "at"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    key_hash: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Instant)
