"""Group sessions, who stood in, and one attendance row for each enrollment at each of them."""

from datetime import date, datetime

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from dashboard.clinical.words import Homework, Mark
from dashboard.extensions import Model
from dashboard.models.accounts import User
from dashboard.models.groups import Cycle, Group
from dashboard.models.participants import Enrollment
from dashboard.models.types.columns import Id, Instant, LocalDate, Word, one_of
from dashboard.models.types.sealing import SealedInCounted
from dashboard.models.types.versions import Versioned


class GroupSession(Versioned, Model):
    """One meeting of a group: planned instants, and start and stop as they happened."""

    __tablename__ = "group_sessions"
    __table_args__ = (
        UniqueConstraint("cycle_id", "week"),
        UniqueConstraint("id", "group_id"),
        ForeignKeyConstraint(["cycle_id", "group_id"], ["cycles.id", "cycles.group_id"]),
        CheckConstraint("week >= 1", name="week_from_one"),
        CheckConstraint("ends_at > starts_at", name="planned_order"),
        CheckConstraint(
            "started_at is null or ended_at is null or ended_at > started_at", name="happened_order"
        ),
        Index("ix_group_sessions_when", "group_id", "starts_at"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    group_id: Mapped[int] = mapped_column(Id, ForeignKey("groups.id"))
    cycle_id: Mapped[int] = mapped_column(Id)
    week: Mapped[int] = mapped_column()
    on_date: Mapped[date] = mapped_column(LocalDate, index=True)  # in the group's zone
    starts_at: Mapped[datetime] = mapped_column(Instant)
    ends_at: Mapped[datetime] = mapped_column(Instant)
    started_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    cancelled_at: Mapped[datetime | None] = mapped_column(Instant)
    sealed_cancellation_reason: Mapped[bytes | None] = mapped_column(LargeBinary)
    homework_set: Mapped[str] = mapped_column(Text, default="")

    cancellation_reason = SealedInCounted()

    group: Mapped[Group] = relationship(lazy="raise_on_sql", foreign_keys=[group_id])
    cycle: Mapped[Cycle] = relationship(
        lazy="raise_on_sql", foreign_keys=[cycle_id], overlaps="group"
    )
    attendance: Mapped[list["Attendance"]] = relationship(
        lazy="raise_on_sql",
        viewonly=True,
        foreign_keys="Attendance.group_session_id",
        primaryjoin="GroupSession.id == Attendance.group_session_id",
    )


class Substitute(Model):
    """A user who stands in at one session."""

    __tablename__ = "substitutes"
    __table_args__ = (UniqueConstraint("group_session_id", "user_id"), {"sqlite_strict": True})

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    group_session_id: Mapped[int] = mapped_column(Id, ForeignKey("group_sessions.id"))
    user_id: Mapped[int] = mapped_column(Id, ForeignKey("users.id"), index=True)

    user: Mapped[User] = relationship(lazy="raise_on_sql")


class LicenseOverride(Model):
    """A session held although somebody has no license where a participant is, and why."""

    __tablename__ = "license_overrides"
    __table_args__ = (
        UniqueConstraint("group_session_id", "user_id", "place"),
        CheckConstraint("length(reason) > 0", name="says_why"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    group_session_id: Mapped[int] = mapped_column(Id, ForeignKey("group_sessions.id"))
    user_id: Mapped[int] = mapped_column(Id, ForeignKey("users.id"), index=True)
    place: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    by_id: Mapped[int] = mapped_column(Id, ForeignKey("users.id"))
    at: Mapped[datetime] = mapped_column(Instant)

    group_session: Mapped[GroupSession] = relationship(lazy="raise_on_sql")
    user: Mapped[User] = relationship(lazy="raise_on_sql", foreign_keys=[user_id])


class Attendance(Versioned, Model):
    """What is recorded of one enrollment at one session. No mark means: not recorded."""

    __tablename__ = "attendance"
    __table_args__ = (
        UniqueConstraint("enrollment_id", "group_session_id"),
        # The session and the stay must be of one group.
        ForeignKeyConstraint(
            ["enrollment_id", "group_id"], ["enrollments.id", "enrollments.group_id"]
        ),
        ForeignKeyConstraint(
            ["group_session_id", "group_id"], ["group_sessions.id", "group_sessions.group_id"]
        ),
        one_of("mark", Mark),
        one_of("homework", Homework),
        CheckConstraint("minutes_attended between 0 and 720", name="minutes_are_sensible"),
        CheckConstraint(
            "minutes_attended is null or (mark is not null and mark in "
            "('present', 'late', 'left_early'))",
            name="minutes_only_when_there",
        ),
        CheckConstraint("practice_rating between 0 and 7", name="practice_rating_0_to_7"),
        Index("ix_attendance_group_session_id", "group_session_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    group_id: Mapped[int] = mapped_column(Id)
    enrollment_id: Mapped[int] = mapped_column(Id)
    group_session_id: Mapped[int] = mapped_column(Id)
    mark: Mapped[Mark | None] = mapped_column(Word(Mark))
    minutes_attended: Mapped[int | None] = mapped_column()
    homework: Mapped[Homework | None] = mapped_column(Word(Homework))
    # Use of the skills, by the person's own word: 0 not thought about, 7 without thinking.
    practice_rating: Mapped[int | None] = mapped_column()
    recorded_by_id: Mapped[int | None] = mapped_column(Id, ForeignKey("users.id"))
    recorded_at: Mapped[datetime] = mapped_column(Instant)

    enrollment: Mapped[Enrollment] = relationship(
        lazy="raise_on_sql",
        foreign_keys=[enrollment_id],
        primaryjoin="Attendance.enrollment_id == Enrollment.id",
    )
    group_session: Mapped[GroupSession] = relationship(
        lazy="raise_on_sql",
        foreign_keys=[group_session_id],
        primaryjoin="Attendance.group_session_id == GroupSession.id",
        overlaps="enrollment",
    )
