"""What the parts of a definition must be to each other."""

from collections.abc import Iterable

from dashboard.clinical.measures.definition.fields import DefinitionError
from dashboard.clinical.measures.definition.measure import (
    Item,
    MeasureDefinition,
    ScoreKind,
    Subscale,
)


def check_definition(definition: MeasureDefinition) -> None:
    """Refuse a definition whose parts contradict each other (DefinitionError)."""
    check_unique("items", (item.key for item in definition.items))
    check_unique("items", (str(item.number) for item in definition.items))
    check_unique("subscales", (subscale.key for subscale in definition.subscales))
    check_item_names(definition)
    check_safety_items(definition)
    check_missing(definition)
    check_range(definition)
    check_figures(definition)


def check_unique(field: str, keys: Iterable[str]) -> None:
    """Refuse two parts of one name."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise DefinitionError(field, f"has {key} twice")
        seen.add(key)


def check_item_names(definition: MeasureDefinition) -> None:
    """Refuse a subscale, a safety item or a pattern that names what is not there."""
    items = {item.key for item in definition.items}
    for subscale in definition.subscales:
        check_known(f"subscales.{subscale.key}.items", subscale.items, items)
        check_unique(f"subscales.{subscale.key}.items", subscale.items)
    check_known("safety_items", (safety.item for safety in definition.safety_items), items)
    if definition.symptom_pattern:
        names = {subscale.key for subscale in definition.subscales}
        needed = (name for name, _ in definition.symptom_pattern.needed)
        check_known("symptom_pattern.needed", needed, names)


def check_known(field: str, names: Iterable[str], known: set[str]) -> None:
    """Refuse a name that is not among those known."""
    for name in names:
        if name not in known:
            raise DefinitionError(field, f"names {name}, which is not defined")


def check_safety_items(definition: MeasureDefinition) -> None:
    """Refuse a risk answer that nobody can give, since it would never be seen."""
    for safety in definition.safety_items:
        item = definition.item(safety.item)
        if not item.minimum <= safety.at_least <= item.maximum:
            problem = f"must be from {item.minimum} to {item.maximum} for item {item.key}"
            raise DefinitionError("safety_items.at_least", problem)


def check_missing(definition: MeasureDefinition) -> None:
    """Refuse a rule that would make a score out of no answers."""
    most = max(len(definition.items) - 1, 0)
    if not 0 <= definition.missing.allowed <= most:
        raise DefinitionError("missing.allowed", f"must be from 0 to {most}")


def check_range(definition: MeasureDefinition) -> None:
    """Refuse a range that the items and the rule do not give."""
    if not definition.minimum < definition.maximum:
        raise DefinitionError("maximum", "must be more than the minimum")
    if definition.score.kind is ScoreKind.NONE and not definition.subscales:
        raise DefinitionError("score.kind", "needs subscales when there is no total")
    if not definition.items:
        return
    low, high = definition_range(definition)
    if (definition.minimum, definition.maximum) != (low, high):
        raise DefinitionError("minimum", f"and maximum must be {low:g} and {high:g}, as scored")


def check_figures(definition: MeasureDefinition) -> None:
    """Refuse a threshold that no score can reach."""
    low, high = definition.minimum, definition.maximum
    if not definition.has_total and (definition.thresholds or definition.improved_from):
        raise DefinitionError("score.kind", "must be sum or mean where there are thresholds")
    if definition.cutoff and not low <= definition.cutoff.value <= high:
        raise DefinitionError("cutoff.value", f"must be from {low:g} to {high:g}")
    if definition.cutoff and not definition.cutoff.line.fits(definition.higher_is):
        raise DefinitionError("cutoff.comparison", "must point to the worse side")
    if definition.improved_from is not None and not low <= definition.improved_from <= high:
        raise DefinitionError("improved_from", f"must be from {low:g} to {high:g}")
    if definition.reliable_change and definition.reliable_change.points > high - low:
        raise DefinitionError("reliable_change.points", f"must be at most {high - low:g}")
    if definition.bands:
        starts = [level.starts for level in definition.bands.levels]
        if starts[0] != low or starts[-1] > high:
            raise DefinitionError("bands.levels", f"must begin at {low:g} and lie within the range")


def definition_range(definition: MeasureDefinition) -> tuple[float, float]:
    """Work out the lowest and highest total, or the span of the subscales without a total."""
    rule = definition.score
    if rule.kind is not ScoreKind.NONE:
        low, high = score_range(definition.items, rule.kind)
        return low * rule.multiplier, high * rule.multiplier
    ranges = [subscale_range(definition, subscale) for subscale in definition.subscales]
    return min(low for low, _ in ranges), max(high for _, high in ranges)


def subscale_range(definition: MeasureDefinition, subscale: Subscale) -> tuple[float, float]:
    """Work out the lowest and highest score of one subscale, in its points."""
    return score_range([definition.item(key) for key in subscale.items], subscale.kind)


def score_range(items: Iterable[Item], kind: ScoreKind) -> tuple[float, float]:
    """Work out the lowest and highest sum or mean of some items."""
    found = tuple(items)
    low, high = sum(item.minimum for item in found), sum(item.maximum for item in found)
    if kind is ScoreKind.MEAN:
        return low / len(found), high / len(found)
    return float(low), float(high)
