"""Which of a person's dated scores are the baseline and the outcome: the participant's clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, order=True)
class DatedScore:
    """A valid score on its date; `sequence` tells two of one date apart, the later higher."""

    on: date
    sequence: int
    value: float


@dataclass(frozen=True)
class WindowRules:
    """Days from the first attended session, ends included."""

    baseline_from: int = -14
    baseline_to: int = 7
    outcome_from: int = 21
    outcome_to: int = 63


DEFAULT_WINDOW = WindowRules()


@dataclass(frozen=True)
class WindowScores:
    """What was found: `last_later` is the last score after the baseline, within the window."""

    baseline: DatedScore | None
    outcome: DatedScore | None
    last_later: DatedScore | None


def window_end(first_attended: date, rules: WindowRules = DEFAULT_WINDOW) -> date:
    """The last day on which an outcome still counts."""
    return first_attended + timedelta(days=rules.outcome_to)


def window_closed(first_attended: date, as_of: date, rules: WindowRules = DEFAULT_WINDOW) -> bool:
    """True once the window's last day has passed: nothing can be added any more."""
    return as_of > window_end(first_attended, rules)


def choose_scores(
    scores: Iterable[DatedScore], first_attended: date, rules: WindowRules = DEFAULT_WINDOW
) -> WindowScores:
    """Earliest score around the start, latest in the outcome window, whatever their order."""
    by_day = [((score.on - first_attended).days, score) for score in scores]
    baseline = min(
        (score for day, score in by_day if rules.baseline_from <= day <= rules.baseline_to),
        default=None,
    )
    outcome = max(
        (score for day, score in by_day if rules.outcome_from <= day <= rules.outcome_to),
        default=None,
    )
    if baseline is None:
        return WindowScores(None, outcome, None)
    later = (score for day, score in by_day if score.on > baseline.on and day <= rules.outcome_to)
    return WindowScores(baseline, outcome, max(later, default=None))
