"""How a measure's thresholds and one result are said on a page."""

from dataclasses import dataclass

from dashboard.clinical.measures import MeasureDefinition, band_of, safety_answers
from dashboard.clinical.words import Evidence
from dashboard.models.measures import Assessment

MARKS = {
    Evidence.PUBLISHED: "published, read by us",
    Evidence.ABSTRACT: "read in an abstract",
    Evidence.COMPUTED: "computed from published figures",
    Evidence.UNVERIFIED: "unverified: classifies nobody",
    Evidence.PRACTICE: "the practice's own",
}
SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "at_least": "≥", "more_than": ">"}


@dataclass(frozen=True)
class ThresholdFacts:
    """One threshold as the page shows it."""

    name: str
    value: str
    source: str
    mark: str
    provisional: bool


def measure_facts(definition: MeasureDefinition) -> list[ThresholdFacts]:
    """Return bands, cutoff and reliable change, each with its source and mark."""
    bands, cutoff, change = definition.bands, definition.cutoff, definition.reliable_change
    said = [
        ("Bands", bands, bands and ", ".join(f"{b.name} {b.starts:g}" for b in bands.levels)),
        ("Clinical cutoff", cutoff, cutoff and f"{SIGNS[cutoff.comparison]} {cutoff.value:.6g}"),
        ("Reliable change", change, change and f"{SIGNS[change.rule]} {change.points:.6g} points"),
    ]
    return [
        ThresholdFacts(
            name, value or "", held.source, MARKS[held.evidence], held.shown_as_provisional
        )
        for name, held, value in said
        if held is not None
    ]


def result_words(definition: MeasureDefinition, row: Assessment) -> str:
    """Say what was saved, and what should still be asked: a safety item without an answer."""
    left = [item.topic for item in safety_answers(definition, row.answers).not_answered]
    ask = f" Not answered, so to be asked: {', '.join(left)}." if left else ""
    return _score_words(definition, row) + ask


def _score_words(definition: MeasureDefinition, row: Assessment) -> str:
    """The score with its band, or why there is no score."""
    if row.score is None:
        return f"{definition.short_name} saved; too few answers for a total score."
    band = band_of(definition, row.score)
    prorated = ", prorated" if row.prorated else ""
    return (
        f"{definition.short_name} saved: {row.score:g}{f', {band.name}' if band else ''}{prorated}."
    )
