"""A measure explained on its page: how a score is made, and where its thresholds come from."""

from dataclasses import dataclass

from dashboard.clinical.measures import (
    Bands,
    MeasureDefinition,
    SafetyAction,
    Subscale,
    SymptomPattern,
)
from dashboard.clinical.words import Evidence

MARKS = {
    Evidence.PUBLISHED: "published, read by us",
    Evidence.ABSTRACT: "read in an abstract",
    Evidence.COMPUTED: "computed from published figures",
    Evidence.UNVERIFIED: "unverified: classifies nobody",
    Evidence.PRACTICE: "the practice's own",
}
SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "at_least": "≥", "more_than": ">"}
SAFETY = {
    SafetyAction.FLAG: "raises a safety flag at once, on a form that is not finished too",
    SafetyAction.SHOW: "is shown to the therapist and raises no flag",
}


@dataclass(frozen=True)
class ThresholdFacts:
    """One threshold as the page shows it."""

    name: str
    value: str
    source: str
    mark: str
    provisional: bool


def scoring_facts(definition: MeasureDefinition) -> list[tuple[str, str | None]]:
    """Say how a score is made, with what is known of the measure."""
    facts: list[tuple[str, str | None]] = [
        ("Score", _score_rule(definition)),
        ("Range", f"{definition.minimum:g} to {definition.maximum:g}"),
        ("A higher score is", _direction(definition)),
        ("Missing answers", _missing_rule(definition)),
        ("Asks about", definition.recall or None),
        ("Citation", definition.citation or None),
        ("Terms of use", definition.license_note or None),
        *([("LOINC", _codes(definition))] if definition.loinc_code else []),
    ]
    if definition.improved_from is not None:
        facts.insert(3, ("Counts as improved", f"≥ {definition.improved_from:g}"))
    return facts


def _score_rule(definition: MeasureDefinition) -> str:
    if not definition.has_total:
        return "No total: each scale is read alone"
    if definition.total_only:
        return "Only the total is entered"
    rule, reversed_ = definition.score, [i.number for i in definition.items if i.is_reversed]
    told = f"{str(rule.kind).capitalize()} of {len(definition.items)} items"
    told += f", times {rule.multiplier}" if rule.multiplier > 1 else ""
    return told + (f"; items {', '.join(map(str, reversed_))} reversed" if reversed_ else "")


def _direction(definition: MeasureDefinition) -> str:
    directions = {str(scale.higher_is) for scale in definition.subscales}
    if not definition.has_total and len(directions) > 1:
        return "better or worse, by scale"
    return str(definition.higher_is)


def _missing_rule(definition: MeasureDefinition) -> str:
    rule = definition.missing
    if not definition.has_total:
        return "By scale: the person's own mean stands for them, and the score is marked prorated."
    if not rule.allowed:
        return f"None may be missing. {rule.source}".strip()
    mean = "the person's own mean, rounded," if rule.rounded else "the person's own mean"
    told = f"Up to {rule.allowed}: {mean} stands for them, and the score is marked prorated."
    known = "" if rule.evidence is Evidence.PRACTICE else f" ({KNOWN[rule.evidence]})"
    return f"{told} {rule.source}{known}".strip()


KNOWN = {
    **MARKS,
    Evidence.UNVERIFIED: "unverified; the setting GROUPWORK_PRORATE turns it off",
}


def _codes(definition: MeasureDefinition) -> str:
    total = definition.total_loinc_code
    return f"{definition.loinc_code}, total {total}" if total else str(definition.loinc_code)


def scale_facts(definition: MeasureDefinition) -> list[tuple[Subscale, str]]:
    """Each subscale with the numbers of its items."""
    return [
        (scale, ", ".join(str(definition.item(key).number) for key in scale.items))
        for scale in definition.subscales
    ]


def safety_facts(definition: MeasureDefinition) -> list[str]:
    """Say which answers want a human, and what they do."""
    told = []
    for safety in definition.safety_items:
        item = definition.item(safety.item)
        answer = f"Item {item.number}, {item.topic}: an answer of {safety.at_least} or more"
        told.append(f"{answer} {SAFETY[safety.action]}.")
    return told


def measure_facts(definition: MeasureDefinition) -> list[ThresholdFacts]:
    """Return bands, cutoff, reliable change and pattern, each with its source and mark."""
    bands, cutoff, change = definition.bands, definition.cutoff, definition.reliable_change
    pattern = definition.symptom_pattern
    line = cutoff and f"{SIGNS[cutoff.comparison]} {cutoff.value:.6g}"
    if cutoff and cutoff.also_requires:
        line = f"{line}, and {cutoff.also_requires}"
    said = [
        ("Bands", bands, bands and _bands(bands)),
        ("Clinical cutoff", cutoff, line),
        ("Reliable change", change, change and f"{SIGNS[change.rule]} {change.points:.6g} points"),
        (pattern.name if pattern else "", pattern, pattern and _pattern(definition, pattern)),
    ]
    return [
        ThresholdFacts(
            name,
            value or "",
            f"{held.source}. {held.note}" if held.note else held.source,
            MARKS[held.evidence],
            held.shown_as_provisional,
        )
        for name, held, value in said
        if held is not None
    ]


def _bands(bands: Bands) -> str:
    """An edge belongs to the upper band, or, where bands begin above it, to the lower one."""
    first, *later = bands.levels
    until, since = ("up to", "above") if bands.comparison == "gt" else ("below", "from")
    begins = f"{first.name} {until} {later[0].starts:g}" if later else first.name
    return ", ".join([begins, *(f"{band.name} {since} {band.starts:g}" for band in later)])


def _pattern(definition: MeasureDefinition, pattern: SymptomPattern) -> str:
    counts = dict(pattern.needed)  # as kept, in the order of the alphabet
    needed = [
        f"{counts[scale.key]} of {scale.name}"
        for scale in definition.subscales
        if scale.key in counts
    ]
    return f"{', '.join(needed)}, each answered {pattern.at_least} or more"
