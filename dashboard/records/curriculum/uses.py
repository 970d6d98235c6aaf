"""What of a curriculum stands in records or plans, and therefore stays."""

from sqlalchemy import select

from dashboard.extensions import db
from dashboard.models.curricula import (
    Curriculum,
    CurriculumPlan,
    PlannedSkill,
    SkillMakeUp,
    SkillPractice,
    TaughtSkill,
)

RECORDS = (PlannedSkill, TaughtSkill, SkillPractice, SkillMakeUp)


def skill_ids_in_use(row: Curriculum) -> set[int]:
    """The ids of the skills that are planned, taught, rated, made up, or in a preset."""
    skills = [skill for module in row.modules for skill in module.skills]
    ids = [skill.id for skill in skills]
    used: set[int] = set()
    for table in RECORDS:
        query = select(table.skill_id).where(table.skill_id.in_(ids)).distinct()
        used.update(db.session.scalars(query))
    keys = {key for week in _preset_weeks(row) for key in week["skills"]}
    return used | {skill.id for skill in skills if skill.key in keys}


def module_keys_in_use(row: Curriculum) -> set[str]:
    """The keys of the modules that a preset names."""
    return {week["module"] for week in _preset_weeks(row)}


def _preset_weeks(row: Curriculum) -> list[dict[str, str]]:
    query = select(CurriculumPlan).where(CurriculumPlan.curriculum_id == row.id)
    return [week for preset in db.session.scalars(query) for week in preset.weeks]
