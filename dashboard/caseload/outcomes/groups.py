"""The outcomes of one group and of one person."""

from dataclasses import dataclass

from dashboard.caseload.outcomes.courses import (
    courses,
    courses_of_participant,
    unstarted_stays,
)
from dashboard.caseload.outcomes.filters import OutcomeFilters
from dashboard.caseload.outcomes.treatment import TreatmentCourse
from dashboard.caseload.reach import find_clinical_group, find_clinical_participant
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.outcomes.counting import OutcomeCounts, count_outcomes
from dashboard.models.groups import Group
from dashboard.models.participants import Participant


@dataclass(frozen=True)
class GroupOutcomes:
    """Everyone who started in a group, the counts over closed windows, and who did not start."""

    group: Group
    courses: list[TreatmentCourse]
    counts: OutcomeCounts
    unstarted: list[Participant]

    @property
    def open_windows(self) -> int:
        """How many are still within their window: shown, and not yet counted."""
        return sum(not course.is_closed for course in self.courses)

    @property
    def without_two_scores(self) -> list[TreatmentCourse]:
        """Those whose window has no pair of scores, open or closed."""
        return [course for course in self.courses if course.outcome.category is None]


def group_outcomes(viewer: Viewer, group_id: int, cycle: int | None = None) -> GroupOutcomes:
    """Return one group's outcomes. Raises NotOnCaseload, also for administrators."""
    group = find_clinical_group(viewer, group_id)
    found = courses(viewer, OutcomeFilters(group_id=group_id, cycle=cycle))
    closed = [course.outcome for course in found if course.is_closed]
    return GroupOutcomes(group, found, count_outcomes(closed), unstarted_stays(viewer, group_id))


def participant_courses(
    viewer: Viewer, participant_id: int
) -> tuple[Participant, list[TreatmentCourse]]:
    """Return a person and their courses, the latest first. Raises NotOnCaseload."""
    person = find_clinical_participant(viewer, participant_id)
    return person, courses_of_participant(viewer, participant_id)
