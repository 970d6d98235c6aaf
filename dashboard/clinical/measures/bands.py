"""Where a score stands: its severity band and its side of the clinical cutoff."""

from dashboard.clinical.measures.definition import Band, MeasureDefinition


def band_of(definition: MeasureDefinition, score: float | None) -> Band | None:
    """Find the severity band of a score; None for no score, or no bands fit to classify by."""
    bands = definition.bands
    if score is None or bands is None or not bands.usable:
        return None
    first, *later = bands.levels
    reached = [level for level in later if bands.reaches(score, level)]
    return reached[-1] if reached else first


def on_clinical_side(definition: MeasureDefinition, score: float | None) -> bool | None:
    """Say whether a score is on the clinical side; None for no score, or no usable cutoff.

    A further condition of the cutoff (`also_requires`, say months since a loss) is not judged.
    """
    cutoff = definition.usable_cutoff
    if score is None or cutoff is None:
        return None
    return cutoff.line.is_clinical(score)


def is_improved(definition: MeasureDefinition, score: float | None) -> bool | None:
    """Say whether a global rating counts as improved; None for no score, or another measure."""
    if score is None or definition.improved_from is None:
        return None
    return score >= definition.improved_from
