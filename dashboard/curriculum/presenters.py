"""Where a group stands and what somebody has had, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.caseload.curriculum import CurriculumProgress, GroupTeaching, TaughtWeek
from dashboard.caseload.groups import CycleInGroup
from dashboard.clinical.curriculum import (
    COVERED_STATUSES,
    Module,
    SkillCoverage,
    SkillStatus,
    Standing,
    coverage_sentence,
)
from dashboard.clinical.words import Homework, SessionState

STATUS_WORDS = {
    SkillStatus.ATTENDED: "attended",
    SkillStatus.MADE_UP: "made up",
    SkillStatus.NOT_RECORDED: "attendance not recorded",
    SkillStatus.MISSED: "missed",
    SkillStatus.NOT_ENROLLED: "not in the group then",
    SkillStatus.NOT_YET_TAUGHT: "not yet taught",
}


# What catches the eye: attended and made up; the rest is said quietly.
BADGES = {SkillStatus.ATTENDED: "better", SkillStatus.MADE_UP: "accent"}
BADGES |= {SkillStatus.MISSED: "neutral", SkillStatus.NOT_RECORDED: "neutral"}


@dataclass(frozen=True)
class SkillLine:
    """One skill of one person as the page shows it; without a badge it is said quietly."""

    skill: str
    status: SkillStatus
    dates: tuple[date, ...]
    badge: str | None
    latest_rating: int | None


@dataclass(frozen=True)
class ModuleLines:
    """One module of one person: how many of its skills they have had, and each of them."""

    name: str
    covered: int
    lines: tuple[SkillLine, ...]


def standing_in_words(standing: Standing) -> str:
    """Week 3 of 8: Distress tolerance, week 1 of 6 of this module."""
    run = f", run {standing.run}" if standing.run > 1 else ""
    return (
        f"Week {standing.week} of {standing.weeks}{run}: {standing.module.name}, "
        f"week {standing.module_week} of {standing.module_weeks} of this module"
    )


def week_state_in_words(week: TaughtWeek) -> str:
    """What can be said of a week beside its skills."""
    if week.state is SessionState.CANCELLED:
        return "cancelled"
    if week.state is SessionState.PLANNED:
        return "upcoming"
    if week.taught is None:
        return "held"
    return "held, skills not recorded" if not week.taught else "held"


def behind_in_words(teaching: GroupTeaching) -> str:
    """What was planned for earlier weeks and not taught; empty when nothing is."""
    if teaching.standing is None or not teaching.standing.behind:
        return ""
    names = [skill.name for skill in teaching.standing.behind]
    return f"Planned for earlier weeks and not taught: {', '.join(names)}."


def module_lines(progress: CurriculumProgress) -> list[ModuleLines]:
    """Return every skill of the curriculum, module by module."""
    ratings = {rating.skill_key: rating.rating for rating in progress.ratings}
    return [
        ModuleLines(
            module.module.name,
            sum(module.count(status) for status in COVERED_STATUSES),
            tuple(_skill_line(covered, ratings) for covered in module.skills),
        )
        for module in progress.coverage.modules
    ]


def _skill_line(covered: SkillCoverage, ratings: dict[str, int]) -> SkillLine:
    badge, rating = BADGES.get(covered.status), ratings.get(covered.skill.key)
    return SkillLine(covered.skill.name, covered.status, covered.dates, badge, rating)


def module_in_words(module: ModuleLines) -> str:
    """5 of 7 attended or made up."""
    return f"{module.covered} of {len(module.lines)} attended or made up"


def homework_in_words(progress: CurriculumProgress) -> str:
    """Homework: done 3 of 5 times, partly once."""
    known = [row.attendance.homework for row in progress.sessions if row.attendance]
    asked = [word for word in known if word not in (None, Homework.NOT_ASSIGNED)]
    if not asked:
        return "No homework reviewed yet."
    done, partly = asked.count(Homework.DONE), asked.count(Homework.PARTLY)
    partly_words = f", partly {partly}" if partly else ""
    return f"Homework done {done} of {len(asked)} times{partly_words}."


def status_in_words(status: SkillStatus) -> str:
    """How a person stands to a skill."""
    return STATUS_WORDS[status]


def shown_modules(teaching: GroupTeaching | None) -> tuple[Module, ...]:
    """The modules of the cycle's plan; of the whole curriculum where nothing is planned."""
    if teaching is None:
        return ()
    return teaching.modules or teaching.curriculum.contents.modules


def chosen_cycle(cycles: Sequence[CycleInGroup], number: str | None) -> CycleInGroup | None:
    """Return the cycle of a number that was asked for, where there is such a one."""
    return next((found for found in cycles if str(found.cycle.number) == number), None)


WORDS = (
    behind_in_words,
    coverage_sentence,
    homework_in_words,
    module_in_words,
    standing_in_words,
    status_in_words,
    week_state_in_words,
)
