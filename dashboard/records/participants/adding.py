"""People who come into treatment, added with what is known of them."""

from datetime import datetime

from sqlalchemy import func, select

from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.participants import Participant
from dashboard.records.trail import write_audit_line


def add_participant(
    *,
    by: int | None,
    at: datetime,
    given_name: str,
    family_name: str,
    code: str = "",
    home_state: str | None = None,
    email: str = "",
    phone: str = "",
) -> Participant:
    """Add a person, flushed, with an audit line; the caller commits.

    Without a code the next free number is theirs. Raises Refused for a missing name or a code
    that somebody has, by field.
    """
    given, family = given_name.strip(), family_name.strip()
    for name, text in (("given_name", given), ("family_name", family)):
        if not text:
            raise Refused("A name is needed.", field=name)
    person = Participant(given_name=given, family_name=family, created_at=at)
    person.code = _code(code.strip())
    person.home_state = home_state or None
    person.email, person.phone = email.strip() or None, phone.strip() or None
    db.session.add(person)
    db.session.flush()
    write_audit_line(
        by=by,
        at=at,
        action="add participant",
        subject="participants",
        subject_id=person.id,
        participant_id=person.id,
    )
    return person


def _code(wanted: str) -> str:
    if wanted:
        if _has_somebody(wanted):
            raise Refused("Somebody has this code already.", field="code")
        return wanted
    number = db.session.scalars(select(func.count()).select_from(Participant)).one() + 1
    while _has_somebody(f"P-{number:04}"):
        number += 1
    return f"P-{number:04}"


def _has_somebody(code: str) -> bool:
    return db.session.scalar(select(Participant.id).where(Participant.code == code)) is not None
