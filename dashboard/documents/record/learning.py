"""What the person has had of each curriculum, as plain data."""

from typing import Any

from dashboard.caseload.curriculum import CurriculumProgress
from dashboard.clinical.curriculum import ModuleCoverage, coverage_sentence
from dashboard.clinical.curriculum.participant_coverage import SkillCoverage
from dashboard.documents.record.moments import day


def curriculum_data(each: CurriculumProgress) -> dict[str, Any]:
    """Return one curriculum: every skill with its status, what was made up, and own ratings."""
    return {
        "name": each.curriculum.name,
        "coverage": coverage_sentence(each.coverage),
        "skills": [
            _skill(module, covered) for module in each.coverage.modules for covered in module.skills
        ],
        "made_up": [
            {"skill": one.skill.name, "on": day(one.make_up.on_date)} for one in each.make_ups
        ],
        "ratings": [
            {
                "skill": one.skill_key,
                "for_session_on": day(one.group_session.on_date),
                "rating": one.rating,
            }
            for one in each.ratings
        ],
    }


def _skill(module: ModuleCoverage, covered: SkillCoverage) -> dict[str, Any]:
    return {
        "module": module.module.name,
        "skill": covered.skill.name,
        "status": covered.status.value,
        "dates": [day(on) for on in covered.dates],
    }
