"""What one person has been taught: skills of sessions they attended, missed and made up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.clinical.curriculum.contents import Module, Skill
from dashboard.clinical.words import ATTENDED_MARKS, Mark


class SkillStatus(StrEnum):
    """How one person stands to one skill; of several, the first in this order counts."""

    ATTENDED = "attended"
    MADE_UP = "made_up"
    NOT_RECORDED = "not_recorded"
    MISSED = "missed"
    NOT_ENROLLED = "not_enrolled"
    NOT_YET_TAUGHT = "not_yet_taught"


COVERED_STATUSES = frozenset({SkillStatus.ATTENDED, SkillStatus.MADE_UP})
# Taught while the person was in the group, whatever came of it.
TAUGHT_STATUSES = COVERED_STATUSES | {SkillStatus.NOT_RECORDED, SkillStatus.MISSED}


@dataclass(frozen=True)
class TaughtSession:
    """One session that was held: its identity, its date, the keys of the skills taught."""

    session: int
    held_on: date
    skills: tuple[str, ...]


@dataclass(frozen=True)
class MakeUp:
    """A skill that a person caught up on outside the session in which it was taught."""

    skill: str
    made_up_on: date


@dataclass(frozen=True)
class SkillCoverage:
    """One skill for one person, with the dates that its status stands on."""

    skill: Skill
    status: SkillStatus
    dates: tuple[date, ...]


@dataclass(frozen=True)
class ModuleCoverage:
    """One module for one person, skill by skill."""

    module: Module
    skills: tuple[SkillCoverage, ...]

    def count(self, status: SkillStatus) -> int:
        """Count the skills of one status."""
        return sum(skill.status is status for skill in self.skills)

    @property
    def begun(self) -> bool:
        """Say whether the person attended or made up any of it."""
        return any(skill.status in COVERED_STATUSES for skill in self.skills)


@dataclass(frozen=True)
class Coverage:
    """All the modules for one person; the counts are over the skills of these modules."""

    modules: tuple[ModuleCoverage, ...]

    @property
    def skills(self) -> int:
        """How many skills there are to attend."""
        return sum(len(module.skills) for module in self.modules)

    @property
    def modules_begun(self) -> int:
        """How many modules the person attended or made up any of."""
        return sum(module.begun for module in self.modules)

    def count(self, status: SkillStatus) -> int:
        """Count the skills of one status."""
        return sum(module.count(status) for module in self.modules)


def coverage(
    modules: Sequence[Module],
    taught: Iterable[TaughtSession],
    marks: Mapping[int, Mark | None],
    make_ups: Iterable[MakeUp] = (),
) -> Coverage:
    """Say for each skill of `modules` how one person stands to it.

    `marks` are the person's own, by session: None is a session not yet recorded, and a session
    that is absent was held while they were not enrolled. Skills that are not in `modules`
    are left out. A skill taught often counts once, by the best that came of it; where
    one mark is missing it is not recorded rather than missed.
    """
    found = dates_by_skill(taught, marks, make_ups)
    return Coverage(
        tuple(
            ModuleCoverage(
                module, tuple(cover(skill, found.get(skill.key, {})) for skill in module.skills)
            )
            for module in modules
        )
    )


DatesByStatus = dict[SkillStatus, list[date]]


def dates_by_skill(
    taught: Iterable[TaughtSession],
    marks: Mapping[int, Mark | None],
    make_ups: Iterable[MakeUp],
) -> dict[str, DatesByStatus]:
    """Collect, by skill and status, the dates on which something came of it."""
    found: dict[str, DatesByStatus] = {}
    for session in taught:
        status = session_status(session, marks)
        for skill in session.skills:
            found.setdefault(skill, {}).setdefault(status, []).append(session.held_on)
    for make_up in make_ups:
        dates = found.setdefault(make_up.skill, {})
        dates.setdefault(SkillStatus.MADE_UP, []).append(make_up.made_up_on)
    return found


def session_status(session: TaughtSession, marks: Mapping[int, Mark | None]) -> SkillStatus:
    """Say what one session was for one person."""
    if session.session not in marks:
        return SkillStatus.NOT_ENROLLED
    mark = marks[session.session]
    if mark is None:
        return SkillStatus.NOT_RECORDED
    return SkillStatus.ATTENDED if mark in ATTENDED_MARKS else SkillStatus.MISSED


def cover(skill: Skill, found: DatesByStatus) -> SkillCoverage:
    """Choose the status that counts, with its dates in order."""
    status = next((status for status in SkillStatus if status in found), SkillStatus.NOT_YET_TAUGHT)
    return SkillCoverage(skill, status, tuple(sorted(found.get(status, ()))))


def coverage_sentence(covered: Coverage) -> str:
    """Say it in one honest line: "3 of 4 modules begun, 11 of 24 skills attended"."""
    attended = covered.count(SkillStatus.ATTENDED)
    modules, skills = len(covered.modules), covered.skills
    parts = [
        f"{covered.modules_begun} of {modules} {'module' if modules == 1 else 'modules'} begun",
        f"{attended} of {skills} {'skill' if skills == 1 else 'skills'} attended",
    ]
    if made_up := covered.count(SkillStatus.MADE_UP):
        parts.append(f"{made_up} made up")
    if unknown := covered.count(SkillStatus.NOT_RECORDED):
        parts.append(f"attendance not recorded for {unknown}")
    return ", ".join(parts)
