"""From answers to a score: sums and means, reversed items, and the rule for missing answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from dashboard.clinical.measures.answers import Answers, check_answers
from dashboard.clinical.measures.definition import (
    Item,
    MeasureDefinition,
    ScoreKind,
    Subscale,
)
from dashboard.clinical.words import Evidence

HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Score:
    """What the answers come to: `total` is None, with the `reason`, where it cannot be said."""

    total: float | None
    subscales: dict[str, float | None]
    answered: int
    missing: tuple[str, ...]
    prorated: bool
    reason: str | None = None


def score_answers(
    definition: MeasureDefinition, answers: Answers, *, prorate: bool = True
) -> Score:
    """Score one form, in points of the measure; an item that is absent or None is missing.

    Up to the allowed number of missing answers, each counts as the person's own mean of the
    answered ones and the score is marked prorated. `prorate=False` keeps only the rules
    for missing answers that are published. Raises AnswerError for an answer out of range.
    """
    check_answers(definition, answers)
    missing = tuple(item.key for item in definition.items if answers.get(item.key) is None)
    total, reason = score_total(definition, answers, len(missing), prorate)
    subscales = {
        subscale.key: score_subscale(definition, subscale, answers, prorate)
        for subscale in definition.subscales
    }
    return Score(
        total=total,
        subscales=subscales,
        answered=len(definition.items) - len(missing),
        missing=missing,
        prorated=total_or_subscale_prorated(definition, total, subscales, missing),
        reason=reason,
    )


def score_total(
    definition: MeasureDefinition, answers: Answers, missing: int, prorate: bool
) -> tuple[float | None, str | None]:
    """Work out the total, or why there is none."""
    if definition.total_only:
        return None, "Only the total of this measure is entered."
    if not definition.has_total:
        return None, "This measure has no total: each of its scales is read alone."
    allowed = missing_allowed(definition, prorate)
    if missing > allowed:
        return None, missing_reason(missing, len(definition.items), allowed)
    rule = definition.score
    points = combine(definition.items, answers, rule.kind) * rule.multiplier
    if missing and definition.missing.rounded:
        points = Fraction(round_half_up(points))
    return float(points), None


def missing_allowed(definition: MeasureDefinition, prorate: bool) -> int:
    """Say how many answers of the whole form may be missing."""
    keeps = prorate or definition.missing.evidence is Evidence.PUBLISHED
    return definition.missing.allowed if keeps else 0


def missing_reason(missing: int, items: int, allowed: int) -> str:
    """Say in words why a form has too few answers."""
    limit = f"at most {allowed} may be" if allowed else "none may be"
    verb = "is" if missing == 1 else "are"
    return f"{missing} of {items} answers {verb} missing; {limit}."


def score_subscale(
    definition: MeasureDefinition, subscale: Subscale, answers: Answers, prorate: bool
) -> float | None:
    """Work out one subscale in its points; None where too few of its items are answered."""
    items = [definition.item(key) for key in subscale.items]
    missing = sum(answers.get(item.key) is None for item in items)
    if missing > (subscale.missing_allowed if prorate else 0):
        return None
    return float(combine(items, answers, subscale.kind))


def combine(items: Iterable[Item], answers: Answers, kind: ScoreKind) -> Fraction:
    """Add up or average the points; the person's mean stands for what is missing."""
    found = tuple(items)
    given = [(item, answers.get(item.key)) for item in found]
    values = [item.value(answer) for item, answer in given if answer is not None]
    mean = Fraction(sum(values), len(values))
    return mean if kind is ScoreKind.MEAN else mean * len(found)


def round_half_up(points: Fraction) -> int:
    """Round to the nearest whole number, a half upwards."""
    return int((points + HALF) // 1)


def total_or_subscale_prorated(
    definition: MeasureDefinition,
    total: float | None,
    subscales: dict[str, float | None],
    missing: tuple[str, ...],
) -> bool:
    """Say whether any score that is given stands on an incomplete set of answers."""
    if total is not None and missing:
        return True
    gaps = set(missing)
    return any(
        subscales[subscale.key] is not None and not gaps.isdisjoint(subscale.items)
        for subscale in definition.subscales
    )


def valid_score(definition: MeasureDefinition, value: float, *, prorated: bool = False) -> bool:
    """Say whether a total, entered without answers, is in range and on a possible step.

    A prorated total may fall between the steps.
    """
    if not definition.has_total or not definition.minimum <= value <= definition.maximum:
        return False
    step = definition.score.step
    if step is None or prorated:
        return True
    steps = (value - definition.minimum) / step
    return abs(steps - round(steps)) < 1e-9
