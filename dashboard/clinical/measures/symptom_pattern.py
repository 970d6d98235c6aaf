"""Whether answers show a pattern of symptoms, such as the provisional diagnosis of the PCL-5."""

from dashboard.clinical.measures.answers import Answers
from dashboard.clinical.measures.definition import (
    MeasureDefinition,
    SymptomPattern,
)


def shows_symptom_pattern(definition: MeasureDefinition, answers: Answers) -> bool | None:
    """Say whether enough items of every cluster are high enough.

    None where the measure has no usable pattern, or where missing answers could decide it.
    """
    pattern = definition.symptom_pattern
    if pattern is None or not pattern.usable:
        return None
    clusters = [
        cluster_reached(definition, pattern, name, needed, answers)
        for name, needed in pattern.needed
    ]
    if False in clusters:
        return False
    return None if None in clusters else True


def cluster_reached(
    definition: MeasureDefinition,
    pattern: SymptomPattern,
    name: str,
    needed: int,
    answers: Answers,
) -> bool | None:
    """Count the symptoms of one cluster against the number needed; None where it is open."""
    given = [answers.get(key) for key in definition.subscale(name).items]
    present = sum(answer is not None and answer >= pattern.at_least for answer in given)
    if present >= needed:
        return True
    return None if present + given.count(None) >= needed else False
