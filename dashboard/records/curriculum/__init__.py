"""What is taught, as it is written down: curricula, plans of cycles, make-ups."""

from dashboard.records.curriculum.defining import (
    assign_curriculum,
    change_curriculum,
    define_curriculum,
)
from dashboard.records.curriculum.make_ups import record_make_up
from dashboard.records.curriculum.outlines import NamedModule, NamedSkill, Outline
from dashboard.records.curriculum.planning import follow_preset, plan_weeks

__all__ = [
    "NamedModule",
    "NamedSkill",
    "Outline",
    "assign_curriculum",
    "change_curriculum",
    "define_curriculum",
    "follow_preset",
    "plan_weeks",
    "record_make_up",
]
