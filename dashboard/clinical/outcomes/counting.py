"""The ways of counting side by side: the way of counting is the result."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.clinical.change.categories import (
    IMPROVED_CATEGORIES,
    WORSE_CATEGORIES,
    classify,
)
from dashboard.clinical.change.thresholds import Cutoff, Threshold
from dashboard.clinical.outcomes.intervals import Proportion
from dashboard.clinical.outcomes.windows import WindowScores
from dashboard.clinical.words import Category, Direction

# A course of treatment is finished for the national service's figures at two attended sessions.
NHS_FINISHED_SESSIONS = 2


@dataclass(frozen=True)
class CourseOutcome:
    """One person who started and whose window is closed; None is what is not known.

    `category` is from the two window scores, `carried` from the baseline to the last later score.
    """

    category: Category | None
    carried: Category | None
    sessions_attended: int
    started_clinical: bool | None = None
    ended_clinical: bool | None = None


@dataclass(frozen=True)
class OutcomeCounts:
    """Everything a page says about one set of people; every share is a Proportion."""

    started: int
    both_scores: Proportion
    carried_forward: Proportion
    everyone: Proportion
    worse: Proportion
    completeness: Proportion
    categories: dict[Category, int]


@dataclass(frozen=True)
class NhsCounts:
    """The same people by the rules of NHS Talking Therapies."""

    finished: int
    improvement: Proportion
    recovery: Proportion
    reliable_recovery: Proportion
    deterioration: Proportion


def judge(
    scores: WindowScores,
    threshold: Threshold,
    cutoff: Cutoff | None,
    direction: Direction,
    sessions_attended: int,
) -> CourseOutcome:
    """One person's row from the scores that the window chose."""

    chosen = (scores.baseline, scores.outcome, scores.last_later)
    before, after, last = (None if score is None else score.value for score in chosen)

    def category_at(later: float | None) -> Category | None:
        if before is None or later is None:
            return None
        return classify(before, later, threshold, cutoff, direction)

    return CourseOutcome(
        category=category_at(after),
        carried=category_at(last),
        sessions_attended=sessions_attended,
        started_clinical=_is_clinical(before, cutoff),
        ended_clinical=_is_clinical(after, cutoff),
    )


def _is_clinical(score: float | None, cutoff: Cutoff | None) -> bool | None:
    return None if cutoff is None or score is None else cutoff.is_clinical(score)


def count_outcomes(outcomes: Sequence[CourseOutcome]) -> OutcomeCounts:
    """The three ways of counting, the share that got worse, and how many have data.

    Carried forward is over those with a baseline and any later score; everyone is over all who
    started, with missing counted as not improved. Worse is over those with both scores.
    """
    known = [outcome.category for outcome in outcomes if outcome.category is not None]
    carried = [outcome.carried for outcome in outcomes if outcome.carried is not None]
    improved = sum(category in IMPROVED_CATEGORIES for category in known)
    tally = Counter(known)
    return OutcomeCounts(
        started=len(outcomes),
        both_scores=Proportion(improved, len(known)),
        carried_forward=Proportion(
            sum(category in IMPROVED_CATEGORIES for category in carried), len(carried)
        ),
        everyone=Proportion(improved, len(outcomes)),
        worse=Proportion(sum(category in WORSE_CATEGORIES for category in known), len(known)),
        completeness=Proportion(len(known), len(outcomes)),
        categories={category: tally[category] for category in Category},
    )


def count_by_nhs_rules(outcomes: Sequence[CourseOutcome]) -> NhsCounts:
    """Improvement and deterioration over all finished, recovery over those clinical at the start.

    Recovery here is moving below the cutoff, reliable or not; reliable recovery is both.
    """
    finished = [each for each in outcomes if each.sessions_attended >= NHS_FINISHED_SESSIONS]
    at_caseness = [each for each in finished if each.started_clinical]
    improved = sum(each.category in IMPROVED_CATEGORIES for each in finished)
    worse = sum(each.category in WORSE_CATEGORIES for each in finished)
    recovered = sum(each.ended_clinical is False for each in at_caseness)
    reliably = sum(each.category is Category.RECOVERED for each in at_caseness)
    return NhsCounts(
        finished=len(finished),
        improvement=Proportion(improved, len(finished)),
        recovery=Proportion(recovered, len(at_caseness)),
        reliable_recovery=Proportion(reliably, len(at_caseness)),
        deterioration=Proportion(worse, len(finished)),
    )
