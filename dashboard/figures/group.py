"""The figures of one group: everyone's course, who changed, and how often they came."""

from dashboard import charts
from dashboard.caseload.curriculum import GroupCoverage
from dashboard.caseload.outcomes import GroupOutcomes, TreatmentCourse
from dashboard.charts import Chart
from dashboard.charts.rows import (
    GroupChange,
    GroupCourse,
    PersonCourse,
    PersonModules,
    ScoreScale,
    WeekMean,
)
from dashboard.clinical.curriculum import COVERED_STATUSES, TAUGHT_STATUSES, Coverage
from dashboard.clinical.outcomes.intervals import mean_interval
from dashboard.figures.pain import pain_against_mood
from dashboard.figures.scales import person_change, score_scale, week_scores


def figures(found: GroupOutcomes, covered: GroupCoverage | None) -> list[Chart]:
    """Every figure of the page; none while nobody has started.

    `covered` is what the same people had of the group's curriculum, None where it teaches none.
    """
    if not found.courses:
        return []
    scale = score_scale(found.courses[0].definition)
    change = GroupChange(scale, tuple(person_change(course) for course in found.courses))
    return [
        charts.group_trajectories(_course(scale, found.courses)),
        charts.change_by_participant(change),
        charts.start_against_end(change),
        charts.attendance_against_outcome(change),
        *pain_against_mood(found.courses),
        *_coverage(scale, found.courses, covered),
    ]


def _coverage(
    scale: ScoreScale, courses: list[TreatmentCourse], covered: GroupCoverage | None
) -> list[Chart]:
    if covered is None or not covered.modules:
        return []
    rows = [
        PersonModules(person_change(course), _had(covered.by_participant[course.participant.id]))
        for course in courses
    ]
    names = [module.name for module in covered.modules]
    return [charts.coverage_against_outcome(scale, names, rows)]


def _had(coverage: Coverage) -> tuple[tuple[int, int], ...]:
    """For each module the skills attended or made up, of those taught while the person was here."""
    return tuple(
        (
            sum(module.count(status) for status in COVERED_STATUSES),
            sum(module.count(status) for status in TAUGHT_STATUSES),
        )
        for module in coverage.modules
    )


def _course(scale: ScoreScale, courses: list[TreatmentCourse]) -> GroupCourse:
    people = tuple(
        PersonCourse(
            course.participant.short_name, week_scores(course, course.scores, course.definition)
        )
        for course in courses
    )
    values: dict[int, list[float]] = {}
    for person in people:
        for row in person.scores:
            known = values.setdefault(row.week, [])
            if row.score is not None:
                known.append(row.score)
    means = tuple(WeekMean(week, mean_interval(found)) for week, found in sorted(values.items()))
    return GroupCourse(scale, people, means)
