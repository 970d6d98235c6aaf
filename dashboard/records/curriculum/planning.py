"""What a cycle is meant to teach: from a preset, or week by week."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm.attributes import flag_modified

from dashboard.errors import Conflict, Refused
from dashboard.extensions import db
from dashboard.models.curricula import CurriculumPlan, Module, PlannedSkill, Skill
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Cycle
from dashboard.records.trail import write_audit_line


def follow_preset(
    cycle: Cycle,
    preset: CurriculumPlan | None,
    *,
    first_week: int,
    version: int,
    by: int,
    at: datetime,
) -> int:
    """Let a cycle follow a preset from its running week `first_week`; None is a plan of its own.

    Sessions that have not begun get the preset's skills in place of what was planned; without a
    preset what is planned stays. Returns how many sessions it planned. Does not commit. Raises
    Conflict when the cycle's plan was changed since `version`.
    """
    _check_version(cycle, version)
    cycle.plan_id = None if preset is None else preset.id
    ahead = [] if preset is None else sessions_ahead(cycle, at)
    if preset is not None:
        ids = _skill_ids(preset.curriculum_id)
        for session in ahead:
            week = preset.plan.week(first_week + session.week - 1)
            _replace(session.id, [ids[key] for key in week.skills])
    _write_line("plan cycle", cycle, by, at, preset="" if preset is None else preset.key)
    return len(ahead)


def plan_weeks(
    cycle: Cycle,
    skill_ids: Mapping[int, Collection[int]],
    *,
    version: int,
    by: int,
    at: datetime,
) -> None:
    """Set the skills planned for sessions of a cycle, by session id. Does not commit.

    Raises Refused for a session that has begun or is not of the cycle, Conflict when the cycle's
    plan was changed since `version`.
    """
    _check_version(cycle, version)
    if not skill_ids.keys() <= {session.id for session in sessions_ahead(cycle, at)}:
        raise Refused("Only sessions that have not begun can be planned.")
    for session_id, chosen in skill_ids.items():
        _replace(session_id, chosen)
    _write_line("plan weeks", cycle, by, at, weeks=str(len(skill_ids)))


def sessions_ahead(cycle: Cycle, at: datetime) -> Sequence[GroupSession]:
    """The sessions of a cycle that have not begun and are not cancelled, by week."""
    return db.session.scalars(
        select(GroupSession)
        .where(
            GroupSession.cycle_id == cycle.id,
            GroupSession.starts_at > at,
            GroupSession.cancelled_at.is_(None),
        )
        .order_by(GroupSession.week)
    ).all()


def _check_version(cycle: Cycle, version: int) -> None:
    if cycle.version != version:
        raise Conflict("Somebody has changed this plan since you opened it.")


def _skill_ids(curriculum_id: int) -> dict[str, int]:
    query = select(Skill.key, Skill.id).join(Module, Module.id == Skill.module_id)
    rows = db.session.execute(query.where(Module.curriculum_id == curriculum_id))
    return {row.key: row.id for row in rows}


def _replace(session_id: int, skill_ids: Collection[int]) -> None:
    db.session.execute(delete(PlannedSkill).where(PlannedSkill.group_session_id == session_id))
    for skill_id in sorted(set(skill_ids)):
        db.session.add(PlannedSkill(group_session_id=session_id, skill_id=skill_id))


def _write_line(action: str, cycle: Cycle, by: int, at: datetime, **detail: str) -> None:
    flag_modified(cycle, "plan_id")  # so that the version moves with the sessions, too
    db.session.flush()
    write_audit_line(
        by=by, at=at, action=action, subject="cycles", subject_id=cycle.id, detail=detail
    )
