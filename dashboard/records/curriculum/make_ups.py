"""Skills that one person missed and made up outside the session."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.curricula import Skill, SkillMakeUp
from dashboard.models.groups import Group
from dashboard.models.participants import Enrollment
from dashboard.records.trail import write_audit_line


def record_make_up(
    stay: Enrollment, skill: Skill, *, on: date, with_id: int | None, by: int, at: datetime
) -> SkillMakeUp:
    """Return the stay's make-up of a skill on a date, with user `with_id`. Does not commit.

    Recording it again moves the date. Raises Refused (field `on`) for a date before the stay
    began or in the future.
    """
    check_date(stay, on, at)
    row = db.session.scalar(
        select(SkillMakeUp).where(
            SkillMakeUp.enrollment_id == stay.id, SkillMakeUp.skill_id == skill.id
        )
    )
    if row is None:
        row = SkillMakeUp(enrollment_id=stay.id, skill_id=skill.id)
        db.session.add(row)
    row.on_date, row.by_id = on, with_id
    db.session.flush()
    write_audit_line(
        by=by,
        at=at,
        action="record make-up",
        subject="skill_make_ups",
        subject_id=row.id,
        participant_id=stay.participant_id,
        detail={"skill": skill.key, "on": on.isoformat()},
    )
    return row


def check_date(stay: Enrollment, on: date, at: datetime) -> None:
    """Refuse a date (field `on`) outside the stay so far, where the group meets."""
    if stay.joined_on is None or on < stay.joined_on:
        raise Refused("That is before they joined the group.", field="on")
    zone = db.session.get_one(Group, stay.group_id).time_zone
    if on > at.astimezone(ZoneInfo(zone)).date():
        raise Refused("That day has not come yet.", field="on")
