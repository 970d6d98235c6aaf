"""The figures of the practice: over time, groups compared fairly, who stays."""

from dashboard import charts
from dashboard.caseload.outcomes import Breakdown, CountLine, OutcomeReport
from dashboard.charts import Chart
from dashboard.charts.rows import GroupChange, PeriodShare, Reference
from dashboard.clinical.outcomes.funnel import funnel
from dashboard.clinical.outcomes.publishing.references import (
    ReferenceKind,
    lines_for,
    problem_of,
)
from dashboard.figures.scales import person_change, score_scale


def figures(report: OutcomeReport) -> list[Chart]:
    """Every figure of the page; attendance against outcome only where one measure is shown."""
    quarters = [PeriodShare(label, share) for label, share in report.quarters]
    cycles = [PeriodShare(each.label, each.counts.both_scores) for each in _cycles(report)]
    groups = funnel({line.label: line.counts.both_scores for line in report.lines(Breakdown.GROUP)})
    drawn = [
        charts.headline_by_period(
            quarters, references(report), title="Reliable improvement by quarter"
        ),
        charts.headline_by_period(
            cycles, references(report), title="Reliable improvement by cycle", key="cycles"
        ),
        charts.funnel(groups),
        charts.headline_by_period(
            [PeriodShare(label, share) for label, share in report.by_sessions],
            title="Reliable improvement by sessions attended",
            key="by-sessions",
            column="Sessions attended",
            caution=charts.ATTENDANCE_CAUTION,
        ),
        charts.dropout_by_session(report.staying.drop_out),
        charts.improvement_by_week(report.staying.improving),
    ]
    return [*drawn, *_attendance(report)]


def _cycles(report: OutcomeReport) -> list[CountLine]:
    return report.lines(Breakdown.CYCLE)


def references(report: OutcomeReport) -> list[Reference]:
    """The practice's claim, if it makes one, and the national figure for the nearest problem."""
    types = {course.group.group_type.key for course in report.closed}
    problem = problem_of(next(iter(types))) if len(types) == 1 else None
    published = [
        Reference(
            line.label, line.share, f"{line.source} (mark {line.mark}, {line.license})", "NHS"
        )
        for line in lines_for(ReferenceKind.IMPROVEMENT, problem)
        if line.key.startswith("nhs")
    ]
    if report.claim is None:
        return published
    source = report.claim_text or "The practice's own public claim"
    return [Reference("The practice says", report.claim, source, "Our claim"), *published]


def named_participants(report: OutcomeReport) -> set[int]:
    """Whose names the page shows: those of the figure by person, where there is one."""
    if not _attendance(report):
        return set()
    return {course.participant.id for course in report.closed}


def _attendance(report: OutcomeReport) -> list[Chart]:
    measures = {course.definition.key: course.definition for course in report.closed}
    if len(measures) != 1:
        return []
    (definition,) = measures.values()
    people = tuple(person_change(course) for course in report.closed)
    return [charts.attendance_against_outcome(GroupChange(score_scale(definition), people))]
