"""What is known of a person, changed by somebody who saw how it stood."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select

from dashboard.errors import Conflict, Refused
from dashboard.extensions import db
from dashboard.models.participants import Participant
from dashboard.records.trail import write_audit_line

PLAIN = ("given_name", "family_name", "nickname")
SEALED = ("birth_date", "email", "phone", "emergency_contact")


def change_participant(
    person: Participant, fields: Mapping[str, str], *, version: int, by: int, at: datetime
) -> None:
    """Write the fields that are given. `version` is that of the row read. Does not commit.

    Raises Conflict when somebody has changed the person since, and Refused, by field, for a
    missing name or a code that somebody else has.
    """
    if person.version != version:
        raise Conflict("Somebody has changed this person since you opened the page.")
    for name in ("given_name", "family_name"):
        if not fields[name].strip():
            raise Refused("A name is needed.", field=name)
    _check_code(person, fields["code"].strip())
    for name in PLAIN:
        setattr(person, name, fields[name].strip())
    person.code = fields["code"].strip()
    person.home_state = fields["home_state"] or None
    for name in SEALED:
        setattr(person, name, fields[name].strip() or None)
    db.session.flush()
    write_audit_line(
        by=by,
        at=at,
        action="change participant",
        subject="participants",
        subject_id=person.id,
        participant_id=person.id,
    )


def _check_code(person: Participant, code: str) -> None:
    taken = select(Participant.id).where(Participant.code == code, Participant.id != person.id)
    if not code:
        raise Refused("A code is needed: imports and exports go by it.", field="code")
    if db.session.scalar(taken) is not None:
        raise Refused("Somebody has this code already.", field="code")
