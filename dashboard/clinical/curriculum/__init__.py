"""What is taught: modules and skills, plans by week, and what one person has been taught of it."""

from dashboard.clinical.curriculum.adapting import adapt_plan
from dashboard.clinical.curriculum.contents import (
    PRACTICE_LABELS,
    PRACTICE_RATINGS,
    Curriculum,
    Module,
    Skill,
    dbt,
)
from dashboard.clinical.curriculum.participant_coverage import (
    COVERED_STATUSES,
    TAUGHT_STATUSES,
    Coverage,
    MakeUp,
    ModuleCoverage,
    SkillCoverage,
    SkillStatus,
    TaughtSession,
    coverage,
    coverage_sentence,
)
from dashboard.clinical.curriculum.plans import (
    Plan,
    PlanWeek,
    dbt_plans,
    next_entry_week,
    planned_modules,
)
from dashboard.clinical.curriculum.standing import Standing, where_group_stands

__all__ = [
    "COVERED_STATUSES",
    "PRACTICE_LABELS",
    "PRACTICE_RATINGS",
    "TAUGHT_STATUSES",
    "Coverage",
    "Curriculum",
    "MakeUp",
    "Module",
    "ModuleCoverage",
    "Plan",
    "PlanWeek",
    "Skill",
    "SkillCoverage",
    "SkillStatus",
    "Standing",
    "TaughtSession",
    "adapt_plan",
    "coverage",
    "coverage_sentence",
    "dbt",
    "dbt_plans",
    "next_entry_week",
    "planned_modules",
    "where_group_stands",
]
