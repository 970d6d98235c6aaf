"""What is taught and learned: curricula, a group's plan by week, each person's coverage."""

from dashboard.caseload.curriculum.contents import (
    curricula_by_name,
    curriculum_of_group,
    find_curriculum,
    group_types_of,
    plans_of,
)
from dashboard.caseload.curriculum.covering import GroupCoverage, coverage_in_group
from dashboard.caseload.curriculum.facts import PersonSession
from dashboard.caseload.curriculum.people import PersonProgress, group_progress
from dashboard.caseload.curriculum.person import (
    CurriculumProgress,
    MadeUp,
    SkillRating,
    participant_progress,
)
from dashboard.caseload.curriculum.teaching import (
    GroupTeaching,
    NextEntry,
    first_running_week,
    group_teaching,
)
from dashboard.caseload.curriculum.weeks import TaughtWeek

__all__ = [
    "CurriculumProgress",
    "GroupCoverage",
    "GroupTeaching",
    "MadeUp",
    "NextEntry",
    "PersonProgress",
    "PersonSession",
    "SkillRating",
    "TaughtWeek",
    "coverage_in_group",
    "curricula_by_name",
    "curriculum_of_group",
    "find_curriculum",
    "first_running_week",
    "group_progress",
    "group_teaching",
    "group_types_of",
    "participant_progress",
    "plans_of",
]
