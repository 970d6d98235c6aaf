"""Pain against mood for everyone of a group, where pain is the matter."""

from collections.abc import Sequence

from dashboard import charts
from dashboard.caseload.outcomes import TreatmentCourse
from dashboard.charts import Chart
from dashboard.charts.rows import PairedChange
from dashboard.clinical.change.categories import Movement, movement
from dashboard.clinical.change.reliable_change import change_in_units
from dashboard.clinical.measures import MeasureDefinition, library_measure
from dashboard.clinical.outcomes.windows import WindowScores, choose_scores

PAIN = "chronic_pain"
MOOD = "phq9"


def is_about_pain(course: TreatmentCourse) -> bool:
    """Whether mood is read beside pain in the group of a course."""
    return course.group.group_type.key == PAIN


def pain_against_mood(courses: Sequence[TreatmentCourse]) -> list[Chart]:
    """One figure of a pain group, none of another."""
    if not courses or not is_about_pain(courses[0]):
        return []
    pairs = [(course.participant.short_name, _pair(course)) for course in courses]
    names = courses[0].definition.short_name, library_measure(MOOD).short_name
    known = [pair for _, pair in pairs if pair is not None]
    without = [name for name, pair in pairs if pair is None]
    return [charts.change_against_change(names, known, without)]


def _pair(course: TreatmentCourse) -> PairedChange | None:
    """None where one of the two has no pair of scores in the window, or no usable threshold."""
    mood = choose_scores(course.mood_scores, course.first_attended)
    pain, moods = _moved(course.definition, course.window), _moved(library_measure(MOOD), mood)
    if pain is None or moods is None:
        return None
    (pain_units, pain_moved), (mood_units, mood_moved) = pain, moods
    units, moved = (pain_units, mood_units), (pain_moved, mood_moved)
    return PairedChange(course.participant.short_name, units, moved)


def _moved(definition: MeasureDefinition, window: WindowScores) -> tuple[float, Movement] | None:
    change, before, after = definition.usable_reliable_change, window.baseline, window.outcome
    if change is None or before is None or after is None:
        return None
    way, threshold = definition.higher_is, change.threshold
    units = change_in_units(before.value, after.value, threshold.points, way)
    return units, movement(before.value, after.value, threshold, way)
