"""The skills that a session taught, in the order of the group's curriculum."""

from collections import defaultdict

from sqlalchemy import Select, select

from dashboard.caseload.viewer import Viewer
from dashboard.extensions import db
from dashboard.models.curricula import Module, Skill, TaughtSkill
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Group, GroupType


def skills_by_session(viewer: Viewer, group_ids: Select[int]) -> dict[int, tuple[Skill, ...]]:
    """Return what the sessions of groups in the viewer's reach taught, by session id.

    What was taught before the group type changed its curriculum is none of it.
    """
    found: dict[int, tuple[Skill, ...]] = defaultdict(tuple)
    query = (
        select(TaughtSkill.group_session_id, Skill)
        .join(Skill, Skill.id == TaughtSkill.skill_id)
        .join(Module, Module.id == Skill.module_id)
        .join(GroupSession, GroupSession.id == TaughtSkill.group_session_id)
        .join(Group, Group.id == GroupSession.group_id)
        .join(GroupType, GroupType.id == Group.group_type_id)
        .where(
            GroupSession.group_id.in_(group_ids), Module.curriculum_id == GroupType.curriculum_id
        )
        .order_by(Module.position, Skill.position)
    )
    for session_id, skill in db.session.execute(query):
        found[session_id] += (skill,)
    return found
