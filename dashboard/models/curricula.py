"""Curricula: modules, skills, plans by week, and what was planned, taught and made up."""

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from dashboard.clinical import curriculum as clinical
from dashboard.extensions import Model
from dashboard.models.types.columns import Document, Id, LocalDate
from dashboard.models.types.versions import Versioned


class Curriculum(Versioned, Model):
    """What a kind of group teaches, e.g. DBT skills."""

    __tablename__ = "curricula"
    __table_args__ = ({"sqlite_strict": True},)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    key: Mapped[str] = mapped_column(Text, unique=True)
    name: Mapped[str] = mapped_column(Text)

    modules: Mapped[list["Module"]] = relationship(
        back_populates="curriculum",
        lazy="raise_on_sql",
        order_by="Module.position",
        cascade="all, delete-orphan",
    )

    @property
    def contents(self) -> clinical.Curriculum:
        """What it teaches, as plain values; modules and skills must be loaded."""
        modules = (
            clinical.Module(
                module.key,
                module.name,
                tuple(clinical.Skill(skill.key, skill.name) for skill in module.skills),
            )
            for module in self.modules
        )
        return clinical.Curriculum(self.key, self.name, tuple(modules))


class Module(Model):
    """A part of a curriculum."""

    __tablename__ = "modules"
    __table_args__ = (
        UniqueConstraint("curriculum_id", "key"),
        UniqueConstraint("curriculum_id", "position"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    curriculum_id: Mapped[int] = mapped_column(Id, ForeignKey("curricula.id"))
    key: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    position: Mapped[int] = mapped_column()

    curriculum: Mapped[Curriculum] = relationship(back_populates="modules", lazy="raise_on_sql")
    skills: Mapped[list["Skill"]] = relationship(
        back_populates="module",
        lazy="raise_on_sql",
        order_by="Skill.position",
        cascade="all, delete-orphan",
    )


class Skill(Model):
    """One thing that is taught."""

    __tablename__ = "skills"
    __table_args__ = (
        UniqueConstraint("module_id", "key"),
        UniqueConstraint("module_id", "position"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    module_id: Mapped[int] = mapped_column(Id, ForeignKey("modules.id"))
    key: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    position: Mapped[int] = mapped_column()

    module: Mapped[Module] = relationship(back_populates="skills", lazy="raise_on_sql")


class CurriculumPlan(Versioned, Model):
    """Which skills in which week, preset or own.

    `weeks` is a list of {"module": key, "skills": [keys], "entry": whether people may join then}.
    """

    __tablename__ = "curriculum_plans"
    __table_args__ = (UniqueConstraint("curriculum_id", "key"), {"sqlite_strict": True})

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    curriculum_id: Mapped[int] = mapped_column(Id, ForeignKey("curricula.id"))
    key: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    weeks: Mapped[list[dict[str, Any]]] = mapped_column(Document)

    @property
    def plan(self) -> clinical.Plan:
        """The weeks in order, with those in which people may join."""
        return clinical.Plan(
            key=self.key,
            name=self.name,
            weeks=tuple(
                clinical.PlanWeek(week["module"], tuple(week["skills"])) for week in self.weeks
            ),
            entry_weeks=tuple(
                number for number, week in enumerate(self.weeks, start=1) if week.get("entry")
            ),
        )


class PlannedSkill(Model):
    """A skill that a session is meant to teach."""

    __tablename__ = "planned_skills"
    __table_args__ = (UniqueConstraint("group_session_id", "skill_id"), {"sqlite_strict": True})

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    group_session_id: Mapped[int] = mapped_column(Id, ForeignKey("group_sessions.id"))
    skill_id: Mapped[int] = mapped_column(Id, ForeignKey("skills.id"))

    skill: Mapped[Skill] = relationship(lazy="raise_on_sql")


class TaughtSkill(Model):
    """A skill that a session did teach."""

    __tablename__ = "taught_skills"
    __table_args__ = (UniqueConstraint("group_session_id", "skill_id"), {"sqlite_strict": True})

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    group_session_id: Mapped[int] = mapped_column(Id, ForeignKey("group_sessions.id"))
    skill_id: Mapped[int] = mapped_column(Id, ForeignKey("skills.id"))

    skill: Mapped[Skill] = relationship(lazy="raise_on_sql")


class SkillPractice(Model):
    """How one person used one skill in the week before a session, by their own word."""

    __tablename__ = "skill_practice"
    __table_args__ = (
        UniqueConstraint("enrollment_id", "group_session_id", "skill_id"),
        CheckConstraint("rating between 0 and 7", name="rating_0_to_7"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    enrollment_id: Mapped[int] = mapped_column(Id, ForeignKey("enrollments.id"))
    group_session_id: Mapped[int] = mapped_column(Id, ForeignKey("group_sessions.id"))
    skill_id: Mapped[int] = mapped_column(Id, ForeignKey("skills.id"))
    rating: Mapped[int] = mapped_column()


class SkillMakeUp(Model):
    """A skill that one person missed and made up for outside the session."""

    __tablename__ = "skill_make_ups"
    __table_args__ = (UniqueConstraint("enrollment_id", "skill_id"), {"sqlite_strict": True})

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    enrollment_id: Mapped[int] = mapped_column(Id, ForeignKey("enrollments.id"))
    skill_id: Mapped[int] = mapped_column(Id, ForeignKey("skills.id"))
    on_date: Mapped[date] = mapped_column(LocalDate)
    by_id: Mapped[int | None] = mapped_column(Id, ForeignKey("users.id"))
