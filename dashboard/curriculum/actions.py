"""What a person does about what is taught: record a make-up."""

from datetime import date

from dashboard.caseload.curriculum import CurriculumProgress
from dashboard.caseload.groups import keeps_roster
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.curriculum import SkillStatus
from dashboard.errors import NotOnCaseload, Refused
from dashboard.extensions import db
from dashboard.models.curricula import SkillMakeUp
from dashboard.records.attendance_rules import refresh_flags_of_group
from dashboard.records.curriculum import record_make_up

# What can be made up: a skill that the group was taught without them.
MAY_BE_MADE_UP = frozenset({SkillStatus.MISSED, SkillStatus.NOT_ENROLLED, SkillStatus.MADE_UP})


def make_up(
    viewer: Viewer, progress: CurriculumProgress, *, skill_key: str, on: date, with_id: int
) -> SkillMakeUp:
    """Record that the person of the latest stay made up a skill. Raises Refused, by field.

    Raises NotOnCaseload for those who do not keep the group's roster.
    """
    stay = progress.stays[0]
    if not keeps_roster(viewer, stay.group):
        raise NotOnCaseload
    by_key = {s.skill.key: s for module in progress.coverage.modules for s in module.skills}
    if by_key[skill_key].status not in MAY_BE_MADE_UP:
        raise Refused("They were there, or it has not been taught yet.", field="skill")
    rows = (skill for module in progress.curriculum.modules for skill in module.skills)
    skill = next(row for row in rows if row.key == skill_key)
    row = record_make_up(stay, skill, on=on, with_id=with_id, by=viewer.user_id, at=viewer.as_of)
    refresh_flags_of_group(stay.group_id, viewer.as_of, viewer.user_id)
    db.session.commit()
    return row
