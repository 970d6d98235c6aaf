"""Who got better: each number of an outcome page has its one home here."""

from dashboard.caseload.outcomes.courses import (
    Standing,
    courses,
    standings_by_enrollment,
    unstarted_stays,
)
from dashboard.caseload.outcomes.filters import OutcomeFilters
from dashboard.caseload.outcomes.groups import (
    GroupOutcomes,
    group_outcomes,
    participant_courses,
)
from dashboard.caseload.outcomes.items import AnswerSet, answers_by_measure
from dashboard.caseload.outcomes.reporting.behind import Which, people_behind
from dashboard.caseload.outcomes.reporting.breakdown import Breakdown, CountLine
from dashboard.caseload.outcomes.reporting.report import OutcomeReport, headline
from dashboard.caseload.outcomes.treatment import TreatmentCourse

__all__ = [
    "AnswerSet",
    "Breakdown",
    "CountLine",
    "GroupOutcomes",
    "OutcomeFilters",
    "OutcomeReport",
    "Standing",
    "TreatmentCourse",
    "Which",
    "answers_by_measure",
    "courses",
    "group_outcomes",
    "headline",
    "participant_courses",
    "people_behind",
    "standings_by_enrollment",
    "unstarted_stays",
]
