"""The honest headline: two named forms, everything that belongs to it, and when it is refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.clinical.outcomes.counting import CourseOutcome, count_outcomes
from dashboard.clinical.outcomes.intervals import Proportion

# Raised whenever a rule below or in windows.py or counting.py changes a number.
RULES_VERSION = "1"
MINIMUM_PEOPLE = 20
MINIMUM_DATA_PERCENT = 60

# The participant's global rating of change, 1 very much worse, 4 no change, 7 very much improved.
RATING_MUCH_IMPROVED = 6
RATING_A_LITTLE_WORSE = 3
_RATINGS = range(1, 8)


class HeadlineForm(StrEnum):
    """Who says that a person improved: the person, or the measure."""

    PARTICIPANT_REPORTED = "participant_reported"
    RELIABLE = "reliable"


class RefusalReason(StrEnum):
    """Why no headline is stated."""

    TOO_FEW_PEOPLE = "too_few_people"
    TOO_LITTLE_DATA = "too_little_data"


@dataclass(frozen=True)
class Refusal:
    """A reason, and how many more people with data would remove it."""

    reason: RefusalReason
    people_needed: int


@dataclass(frozen=True)
class Period:
    """The first and the last day on which a counted cycle ended."""

    first: date
    last: date


@dataclass(frozen=True)
class Headline:
    """One form of the headline; `improved` is over those with data, `everyone` over all."""

    form: HeadlineForm
    period: Period
    improved: Proportion
    everyone: Proportion
    worse: Proportion
    completeness: Proportion
    refusals: tuple[Refusal, ...]
    rules_version: str = RULES_VERSION

    @property
    def is_stated(self) -> bool:
        """False when a refusal stands: the share is then not to be shown as a headline."""
        return not self.refusals

    @property
    def missing(self) -> int:
        """People who started and have no outcome."""
        return self.completeness.denominator - self.completeness.numerator


def refusals_for(completeness: Proportion) -> tuple[Refusal, ...]:
    """Under 20 people with data, or under 60% of those who started: the reasons, or none."""
    known, started = completeness.numerator, completeness.denominator
    found = []
    if known < MINIMUM_PEOPLE:
        found.append(Refusal(RefusalReason.TOO_FEW_PEOPLE, MINIMUM_PEOPLE - known))
    if known * 100 < started * MINIMUM_DATA_PERCENT:
        wanted = -(-started * MINIMUM_DATA_PERCENT // 100)
        found.append(Refusal(RefusalReason.TOO_LITTLE_DATA, wanted - known))
    return tuple(found)


def _headline(
    form: HeadlineForm, period: Period, improved: Proportion, worse: int, started: int
) -> Headline:
    completeness = Proportion(improved.denominator, started)
    return Headline(
        form=form,
        period=period,
        improved=improved,
        everyone=Proportion(improved.numerator, started),
        worse=Proportion(worse, improved.denominator),
        completeness=completeness,
        refusals=refusals_for(completeness),
    )


def reliable_headline(outcomes: Sequence[CourseOutcome], period: Period) -> Headline:
    """Primary measure beyond its reliable-change threshold, of those with both scores."""
    counts = count_outcomes(outcomes)
    worse = counts.worse.numerator
    return _headline(HeadlineForm.RELIABLE, period, counts.both_scores, worse, counts.started)


def participant_reported_headline(ratings: Sequence[int | None], period: Period) -> Headline:
    """Global rating much or very much improved (6 or 7), of those who rated; None did not.

    Worse is any rating below no change (1 to 3). Raises ValueError for a rating outside 1 to 7.
    """
    known = [rating for rating in ratings if rating is not None]
    if not all(rating in _RATINGS for rating in known):
        raise ValueError("a global rating of change is 1 to 7")
    improved = sum(rating >= RATING_MUCH_IMPROVED for rating in known)
    worse = sum(rating <= RATING_A_LITTLE_WORSE for rating in known)
    share = Proportion(improved, len(known))
    return _headline(HeadlineForm.PARTICIPANT_REPORTED, period, share, worse, len(ratings))
