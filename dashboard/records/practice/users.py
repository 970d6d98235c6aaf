"""People who may sign in, added with their role."""

from datetime import datetime

from sqlalchemy import select

from dashboard.clinical.words import Role
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.records.passwords import LONGEST, SHORTEST, hash_password
from dashboard.records.trail import write_audit_line


def add_user(
    *, by: int | None, at: datetime, email: str, name: str, role: Role, password: str
) -> User:
    """Add a user, flushed, with an audit line; the caller commits.

    Raises Refused for an address that is taken or is none, an empty name, a short or
    endless password.
    """
    address = email.strip().lower()
    _refuse_impossible(address, name.strip(), password)
    user = User(
        email=address,
        name=name.strip(),
        role=role,
        password_hash=hash_password(password),
        created_at=at,
    )
    db.session.add(user)
    db.session.flush()
    write_audit_line(by=by, at=at, action="add user", subject="users", subject_id=user.id)
    return user


def _refuse_impossible(address: str, name: str, password: str) -> None:
    before, _, after = address.partition("@")
    if not before or not after or len(address) > 200:
        raise Refused("This is not an e-mail address.", field="email")
    if db.session.scalar(select(User.id).where(User.email == address)) is not None:
        raise Refused("Somebody has this e-mail address already.", field="email")
    if not name:
        raise Refused("A name is needed.", field="name")
    if len(password) < SHORTEST:
        raise Refused(f"Use at least {SHORTEST} characters.", field="password")
    if len(password) > LONGEST:
        raise Refused(f"Use at most {LONGEST} characters.", field="password")
