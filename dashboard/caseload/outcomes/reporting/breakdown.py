"""The same people by group, group type, curriculum, measure or cycle: in order, never ranked."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dashboard.caseload.outcomes.filters import WITHOUT_CURRICULUM
from dashboard.caseload.outcomes.treatment import TreatmentCourse
from dashboard.clinical.outcomes.counting import OutcomeCounts, count_outcomes


class Breakdown(StrEnum):
    """What courses can be counted by; each is also the name of a filter."""

    GROUP = "group"
    TYPE = "type"
    CURRICULUM = "curriculum"
    MEASURE = "measure"
    CYCLE = "cycle"

    def lines(self, courses: Sequence[TreatmentCourse]) -> list["CountLine"]:
        """Count courses part by part, by name; cycles by number."""
        parts: dict[tuple[str, str], list[TreatmentCourse]] = defaultdict(list)
        for course in courses:
            parts[_PARTS[self](course)].append(course)
        lines = [
            CountLine(label, value, count_outcomes([each.outcome for each in found]))
            for (label, value), found in parts.items()
        ]
        if self is Breakdown.CYCLE:
            return sorted(lines, key=lambda line: int(line.value))
        return sorted(lines, key=lambda line: (line.label, line.value))


@dataclass(frozen=True)
class CountLine:
    """One part with its counts; `value` is what the filter of the same name takes."""

    label: str
    value: str
    counts: OutcomeCounts


def _curriculum(course: TreatmentCourse) -> tuple[str, str]:
    if course.curriculum is None:
        return "No curriculum", WITHOUT_CURRICULUM
    return course.curriculum, str(course.group.group_type.curriculum_id)


# What a part is called and what its filter takes; the label orders the parts, and cycles by number.
_PARTS: dict[Breakdown, Callable[[TreatmentCourse], tuple[str, str]]] = {
    Breakdown.GROUP: lambda course: (course.group.name, str(course.group.id)),
    Breakdown.TYPE: lambda course: (course.group.group_type.name, course.group.group_type.key),
    Breakdown.CURRICULUM: _curriculum,
    Breakdown.MEASURE: lambda course: (course.definition.short_name, course.definition.key),
    Breakdown.CYCLE: lambda course: (f"Cycle {course.cycle.number}", str(course.cycle.number)),
}
