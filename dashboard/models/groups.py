"""The practice, its group types, groups, facilitators and cycles."""

from datetime import date, datetime, time

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from dashboard.clinical.words import EntryPolicy, FacilitatorRole
from dashboard.extensions import Model
from dashboard.models.accounts import User
from dashboard.models.types.columns import Id, Instant, LocalDate, WallTime, Word, one_of
from dashboard.models.types.versions import Versioned


class Practice(Versioned, Model):
    """The practice itself: one row."""

    __tablename__ = "practice"
    __table_args__ = (
        CheckConstraint("id = 1", name="only_one"),
        CheckConstraint("claim_percent between 0 and 100", name="claim_is_a_percentage"),
        CheckConstraint("escalation_hours between 1 and 48", name="escalates_soon"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, default=1)
    name: Mapped[str] = mapped_column(Text)
    time_zone: Mapped[str] = mapped_column(Text, default="America/New_York")
    # 0 is no claim on record: nobody says in public that nobody gets better.
    claim_percent: Mapped[int] = mapped_column(default=0)
    claim_text: Mapped[str] = mapped_column(Text, default="")
    crisis_text: Mapped[str] = mapped_column(Text, default="")
    # A risk answer that nobody has acknowledged for so long is the clinical leads' too.
    escalation_hours: Mapped[int] = mapped_column(default=2, server_default="2")
    asks_emergency_contact: Mapped[int] = mapped_column(default=1, server_default="1")
    letterhead: Mapped[str] = mapped_column(Text, default="")
    is_demo: Mapped[int] = mapped_column(default=0)

    @property
    def claim(self) -> float | None:
        """The share, from 0 to 1, that the practice claims in public; None where it claims none."""
        return self.claim_percent / 100 if self.claim_percent else None


class PracticeClosure(Model):
    """A day on which no group meets."""

    __tablename__ = "practice_closures"
    __table_args__ = ({"sqlite_strict": True},)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    on_date: Mapped[date] = mapped_column(LocalDate, unique=True)
    reason: Mapped[str] = mapped_column(Text, default="")


class GroupType(Versioned, Model):
    """One of the kinds of group that the practice offers, with what it measures first.

    The minutes of a session and the sessions of a cycle are what a new group starts from.
    """

    __tablename__ = "group_types"
    __table_args__ = (
        CheckConstraint("duration_minutes between 15 and 480", name="duration_is_sensible"),
        CheckConstraint("cycle_length between 1 and 52", name="cycle_length_is_sensible"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    key: Mapped[str] = mapped_column(Text, unique=True)
    name: Mapped[str] = mapped_column(Text, unique=True)
    primary_measure_id: Mapped[int] = mapped_column(Id, ForeignKey("measures.id"))
    curriculum_id: Mapped[int | None] = mapped_column(Id, ForeignKey("curricula.id"))
    duration_minutes: Mapped[int] = mapped_column(default=90, server_default="90")
    cycle_length: Mapped[int] = mapped_column(default=8, server_default="8")


class Group(Versioned, Model):
    """A series of weekly sessions. Its zone and time on the wall make the sessions."""

    __tablename__ = "groups"
    __table_args__ = (
        one_of("entry_policy", EntryPolicy),
        CheckConstraint("capacity between 1 and 50", name="capacity_is_sensible"),
        CheckConstraint("minimum_size between 1 and capacity", name="minimum_fits"),
        CheckConstraint("weekday between 0 and 6", name="weekday_known"),
        CheckConstraint("duration_minutes between 15 and 480", name="duration_is_sensible"),
        CheckConstraint("cycle_length between 1 and 52", name="cycle_length_is_sensible"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    group_type_id: Mapped[int] = mapped_column(Id, ForeignKey("group_types.id"), index=True)
    name: Mapped[str] = mapped_column(Text, unique=True)
    capacity: Mapped[int] = mapped_column(default=10)
    minimum_size: Mapped[int] = mapped_column(default=4)
    weekday: Mapped[int] = mapped_column()  # Monday is 0
    starts_at_wall: Mapped[time] = mapped_column(WallTime)
    duration_minutes: Mapped[int] = mapped_column(default=90)
    time_zone: Mapped[str] = mapped_column(Text)
    cycle_length: Mapped[int] = mapped_column(default=8)
    entry_policy: Mapped[EntryPolicy] = mapped_column(
        Word(EntryPolicy), default=EntryPolicy.ANY_WEEK
    )
    video_link: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime] = mapped_column(Instant)
    closed_on: Mapped[date | None] = mapped_column(LocalDate)

    group_type: Mapped[GroupType] = relationship(lazy="raise_on_sql")
    facilitators: Mapped[list["Facilitator"]] = relationship(
        back_populates="group", lazy="raise_on_sql"
    )
    cycles: Mapped[list["Cycle"]] = relationship(
        back_populates="group", lazy="raise_on_sql", order_by="Cycle.number"
    )


class Facilitator(Model):
    """A user's role in a group. Who has left is a row with an end, never a missing row."""

    __tablename__ = "facilitators"
    __table_args__ = (
        one_of("role", FacilitatorRole),
        CheckConstraint("until is null or until >= since", name="order"),
        Index(
            "uq_facilitators_current",
            "group_id",
            "user_id",
            unique=True,
            sqlite_where=text("until is null"),
            postgresql_where=text("until is null"),
        ),
        Index(
            "uq_facilitators_one_lead",
            "group_id",
            unique=True,
            sqlite_where=text("until is null and role = 'lead'"),
            postgresql_where=text("until is null and role = 'lead'"),
        ),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    group_id: Mapped[int] = mapped_column(Id, ForeignKey("groups.id"))
    user_id: Mapped[int] = mapped_column(Id, ForeignKey("users.id"), index=True)
    role: Mapped[FacilitatorRole] = mapped_column(Word(FacilitatorRole))
    since: Mapped[date] = mapped_column(LocalDate)
    until: Mapped[date | None] = mapped_column(LocalDate)

    group: Mapped[Group] = relationship(back_populates="facilitators", lazy="raise_on_sql")
    user: Mapped[User] = relationship(lazy="raise_on_sql")


class Cycle(Versioned, Model):
    """Consecutive weekly sessions of a group: the group's clock."""

    __tablename__ = "cycles"
    __table_args__ = (
        UniqueConstraint("group_id", "number"),
        UniqueConstraint("id", "group_id"),
        CheckConstraint("number >= 1", name="number_from_one"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    group_id: Mapped[int] = mapped_column(Id, ForeignKey("groups.id"))
    number: Mapped[int] = mapped_column()
    starts_on: Mapped[date] = mapped_column(LocalDate)
    length: Mapped[int] = mapped_column()
    plan_id: Mapped[int | None] = mapped_column(Id, ForeignKey("curriculum_plans.id"))

    group: Mapped[Group] = relationship(back_populates="cycles", lazy="raise_on_sql")
