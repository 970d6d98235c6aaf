"""Who got better: each number of an outcome page has its one home here."""

from dashboard.caseload.outcomes.courses import courses, tracks_by_enrollment, unstarted_stays
from dashboard.caseload.outcomes.filters import OutcomeFilters
from dashboard.caseload.outcomes.groups import (
    GroupOutcomes,
    group_outcomes,
    participant_courses,
)
from dashboard.caseload.outcomes.items import AnswerSet, answers_by_measure
from dashboard.caseload.outcomes.report import GroupLine, OutcomeReport, headline
from dashboard.caseload.outcomes.treatment import TreatmentCourse

__all__ = [
    "AnswerSet",
    "GroupLine",
    "GroupOutcomes",
    "OutcomeFilters",
    "OutcomeReport",
    "TreatmentCourse",
    "answers_by_measure",
    "courses",
    "group_outcomes",
    "headline",
    "participant_courses",
    "tracks_by_enrollment",
    "unstarted_stays",
]
