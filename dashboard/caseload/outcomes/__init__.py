"""Who got better: each number of an outcome page has its one home here."""

from dashboard.caseload.outcomes.courses import courses, unstarted_stays
from dashboard.caseload.outcomes.filters import OutcomeFilters
from dashboard.caseload.outcomes.groups import (
    GroupOutcomes,
    group_outcomes,
    participant_courses,
)
from dashboard.caseload.outcomes.report import GroupLine, OutcomeReport, headline
from dashboard.caseload.outcomes.tracks import tracks_by_enrollment
from dashboard.caseload.outcomes.treatment import TreatmentCourse

__all__ = [
    "GroupLine",
    "GroupOutcomes",
    "OutcomeFilters",
    "OutcomeReport",
    "TreatmentCourse",
    "courses",
    "group_outcomes",
    "headline",
    "participant_courses",
    "tracks_by_enrollment",
    "unstarted_stays",
]
