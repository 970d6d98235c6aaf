"""What others reached, each beside the same people here counted by the same rule."""

from dataclasses import dataclass

from dashboard.caseload.outcomes import OutcomeReport
from dashboard.clinical.outcomes.intervals import Proportion
from dashboard.clinical.outcomes.publishing.percentages import interval_text, percent_text
from dashboard.clinical.outcomes.publishing.references import (
    ReferenceKind,
    ReferenceLine,
    lines_for,
    problem_of,
)
from dashboard.clinical.outcomes.publishing.small_numbers import share_with_interval
from dashboard.clinical.words import Evidence

MARK_WORDS = {
    Evidence.PUBLISHED: "published and read",
    Evidence.ABSTRACT: "read in an abstract only",
    Evidence.COMPUTED: "computed from published figures",
    Evidence.UNVERIFIED: "not verified",
    Evidence.PRACTICE: "the practice's own",
}
# Of these the service publishes a figure for each problem.
_BY_PROBLEM = (ReferenceKind.IMPROVEMENT, ReferenceKind.DETERIORATION)
_NATIONAL = "nhs"


@dataclass(frozen=True)
class ComparedLine:
    """A published share, and the report's own by its rule; `here` is empty where there is none."""

    label: str
    share: str
    here: str
    source: str


def compared_lines(report: OutcomeReport) -> list[ComparedLine]:
    """Every line of the practice's claim, the national service, the group study and the untreated.

    With one group type shown, the national lines are those of the nearest published problem.
    """
    types = {course.group.group_type.key for course in report.closed}
    problem = problem_of(next(iter(types))) if len(types) == 1 else None
    found = [
        line
        for kind in ReferenceKind
        if kind is not ReferenceKind.CLAIM
        for line in lines_for(kind, problem if kind in _BY_PROBLEM else None)
    ]
    if problem is not None:
        found += [line for line in lines_for(ReferenceKind.IMPROVEMENT) if not _is_national(line)]
    return [_claim(report), *(_compared(line, report) for line in found)]


def _claim(report: OutcomeReport) -> ComparedLine:
    if report.claim is None:
        return ComparedLine("The practice says", "no claim is on record", "", "")
    source = report.claim_text or "The practice's own public claim"
    return ComparedLine("The practice says", percent_text(report.claim, 1), "", source)


def _is_national(line: ReferenceLine) -> bool:
    return line.key.startswith(_NATIONAL)


def _compared(line: ReferenceLine, report: OutcomeReport) -> ComparedLine:
    interval = "" if line.interval is None else f" (95% interval {interval_text(line.interval, 1)})"
    same = _same_rule(line, report)
    return ComparedLine(
        line.label,
        f"{percent_text(line.share, 1)}{interval}",
        "" if same is None or not same.denominator else f"{share_with_interval(same)}{_but(line)}",
        f"{line.source} (mark {line.mark}: {MARK_WORDS[line.mark]}; {line.license})",
    )


def _but(line: ReferenceLine) -> str:
    """Those without an outcome are estimated in the one study, and not improved here."""
    return "; missing counted as not improved" if line.kind is ReferenceKind.EVERYONE else ""


def _same_rule(line: ReferenceLine, report: OutcomeReport) -> Proportion | None:
    """The report's share by the rule of a line; None where nothing here is counted that way."""
    counts, nhs = report.counts, report.nhs
    missing = counts.started - counts.both_scores.denominator
    by_kind = {
        ReferenceKind.IMPROVEMENT: nhs.improvement if _is_national(line) else counts.both_scores,
        ReferenceKind.RECOVERY: nhs.recovery,
        ReferenceKind.RELIABLE_RECOVERY: nhs.reliable_recovery,
        ReferenceKind.DETERIORATION: nhs.deterioration,
        ReferenceKind.EVERYONE: counts.everyone,
        ReferenceKind.NO_DATA: Proportion(missing, counts.started),
    }
    return by_kind.get(line.kind)
