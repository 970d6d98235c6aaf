"""Which skills a session taught, and how each person used a skill in the week before."""

from typing import Any

from sqlalchemy import select

from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.curricula import Module, Skill, SkillPractice, TaughtSkill
from dashboard.models.group_sessions import GroupSession
from dashboard.records.session_entries.attendance import rating
from dashboard.records.session_entries.kinds import Kind, Place, Writer, audit, stay_of

TAUGHT_VALUE = "taught"


def _skill(group_session: GroupSession, field: str) -> int:
    """Return the id of a skill of the group's own curriculum. Raises Refused."""
    found = db.session.scalar(
        select(Skill.id)
        .join(Skill.module)
        .where(
            Skill.id == int(field),
            Module.curriculum_id == group_session.group.group_type.curriculum_id,
        )
    )
    if found is None:
        raise Refused("This group's curriculum has no such skill.")
    return found


def _find_taught(group_session: GroupSession, key: int | None, field: str) -> Any:
    return db.session.scalar(
        select(TaughtSkill).where(
            TaughtSkill.skill_id == _skill(group_session, field),
            TaughtSkill.group_session_id == group_session.id,
        )
    )


def _read_taught(place: Place) -> str:
    return "" if place.row is None else TAUGHT_VALUE


def _write_taught(place: Place, value: str, writer: Writer) -> list[tuple[str, str]]:
    if value not in ("", TAUGHT_VALUE):
        raise Refused("A skill was taught or it was not.")
    session = place.group_session
    if value:
        db.session.add(TaughtSkill(group_session_id=session.id, skill_id=int(place.field)))
    else:
        db.session.delete(place.row)
    audit(writer, "record skill", session, None, skill=place.field, to=value)
    return []


def _find_practice(group_session: GroupSession, key: int | None, field: str) -> Any:
    stay_of(group_session, key)
    return db.session.scalar(
        select(SkillPractice).where(
            SkillPractice.enrollment_id == key,
            SkillPractice.group_session_id == group_session.id,
            SkillPractice.skill_id == _skill(group_session, field),
        )
    )


def _read_practice(place: Place) -> str:
    return "" if place.row is None else str(place.row.rating)


def _write_practice(place: Place, value: str, writer: Writer) -> list[tuple[str, str]]:
    found = rating(value)
    stay = stay_of(place.group_session, place.key)
    row = place.row
    if found is None:
        db.session.delete(row)
    elif row is None:
        row = SkillPractice(
            enrollment_id=stay.id,
            group_session_id=place.group_session.id,
            skill_id=int(place.field),
            rating=found,
        )
        db.session.add(row)
    else:
        row.rating = found
    audit(writer, "record practice", stay, stay.participant_id, skill=place.field, to=value)
    return []


TAUGHT = Kind(
    has_key=False,
    fields=None,
    find=_find_taught,
    read_row=_read_taught,
    write_row=_write_taught,
)
PRACTICE = Kind(
    has_key=True,
    fields=None,
    find=_find_practice,
    read_row=_read_practice,
    write_row=_write_practice,
)
