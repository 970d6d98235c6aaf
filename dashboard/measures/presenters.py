"""How one result is said on a page."""

from dashboard.clinical.measures import MeasureDefinition, band_of, safety_answers
from dashboard.models.measures import Assessment


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
