"""Check-ins: the invitation of one person for one session, its links, and each answer as given."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from dashboard.extensions import Model
from dashboard.models.group_sessions import GroupSession
from dashboard.models.participants import Enrollment
from dashboard.models.types.columns import Document, Id, Instant, LocalDate, random_id
from dashboard.models.types.sealing import Sealed
from dashboard.models.types.versions import Versioned


class CheckIn(Model):
    """What one person is asked for one session; the versions asked are fixed when it is made."""

    __tablename__ = "check_ins"
    __table_args__ = (
        UniqueConstraint("enrollment_id", "group_session_id"),
        CheckConstraint("closes_at > opens_at", name="open_for_a_while"),
        CheckConstraint(
            "located_in is null or length(located_in) = 2", name="located_in_is_a_state"
        ),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, default=random_id, autoincrement=False)
    enrollment_id: Mapped[int] = mapped_column(Id, ForeignKey("enrollments.id"))
    group_session_id: Mapped[int] = mapped_column(Id, ForeignKey("group_sessions.id"), index=True)
    measure_version_ids: Mapped[list[int]] = mapped_column(Document)
    opens_at: Mapped[datetime] = mapped_column(Instant)
    closes_at: Mapped[datetime] = mapped_column(Instant)
    created_at: Mapped[datetime] = mapped_column(Instant)
    sent_at: Mapped[datetime | None] = mapped_column(Instant)
    reminded_at: Mapped[datetime | None] = mapped_column(Instant)
    opened_at: Mapped[datetime | None] = mapped_column(Instant)
    # The date, where the group meets, on which the first answer was given.
    answered_on: Mapped[date | None] = mapped_column(LocalDate)
    finished_at: Mapped[datetime | None] = mapped_column(Instant)
    wrong_tries: Mapped[int] = mapped_column(default=0)
    located_in: Mapped[str | None] = mapped_column(Text)
    sealed_emergency_contact: Mapped[bytes | None] = mapped_column(LargeBinary)

    emergency_contact = Sealed()

    enrollment: Mapped[Enrollment] = relationship(lazy="raise_on_sql")
    group_session: Mapped[GroupSession] = relationship(lazy="raise_on_sql")
    answers: Mapped[list["CheckInAnswer"]] = relationship(
        back_populates="check_in", lazy="raise_on_sql"
    )


class CheckInRhythm(Versioned, Model):
    """What a group is asked when, where it is not what its kind starts from.

    `weeks` is a list of [measure key, [weeks]] in the order of asking; no weeks: every week.
    """

    __tablename__ = "check_in_rhythms"
    __table_args__ = ({"sqlite_strict": True},)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    group_id: Mapped[int] = mapped_column(Id, ForeignKey("groups.id"), unique=True)
    weeks: Mapped[list[list[Any]]] = mapped_column(Document)


class CheckInLink(Model):
    """One private address of a check-in. Only the hash of its token is kept."""

    __tablename__ = "check_in_links"
    __table_args__ = ({"sqlite_strict": True},)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    check_in_id: Mapped[int] = mapped_column(Id, ForeignKey("check_ins.id"), index=True)
    token_hash: Mapped[str] = mapped_column(Text, unique=True)
    created_at: Mapped[datetime] = mapped_column(Instant)
    created_by_id: Mapped[int | None] = mapped_column(Id, ForeignKey("users.id"))
    revoked_at: Mapped[datetime | None] = mapped_column(Instant)

    check_in: Mapped[CheckIn] = relationship(lazy="raise_on_sql")


class CheckInAnswer(Model):
    """One answer as it stands; the assessment is made from these."""

    __tablename__ = "check_in_answers"
    __table_args__ = (
        UniqueConstraint("check_in_id", "measure", "item"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    check_in_id: Mapped[int] = mapped_column(Id, ForeignKey("check_ins.id"))
    measure: Mapped[str] = mapped_column(Text)
    item: Mapped[str] = mapped_column(Text)
    answer: Mapped[int] = mapped_column()
    answered_at: Mapped[datetime] = mapped_column(Instant)

    check_in: Mapped[CheckIn] = relationship(back_populates="answers", lazy="raise_on_sql")
