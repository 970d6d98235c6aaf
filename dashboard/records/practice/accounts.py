"""Accounts changed and ended, and licenses written down."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from dashboard.clinical.words import Role
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.accounts import Compact, License, User
from dashboard.records.passwords import hash_password
from dashboard.records.sign_ins import end_sign_ins
from dashboard.records.trail import write_audit_line


def describe_user(
    user: User, *, credentials: str, supervisor_id: int | None, by: int, at: datetime
) -> None:
    """Write a user's letters and who supervises them. Does not commit. Raises Refused."""
    if supervisor_id == user.id:
        raise Refused("Nobody supervises themselves.", field="supervisor")
    user.credentials, user.supervisor_id = credentials.strip(), supervisor_id
    _write_line("change user", user, by, at)


def end_account(user: User, *, by: int, at: datetime) -> None:
    """End an account and its sign-ins at once. Does not commit.

    Raises Refused for the last administrator, who would lock the practice out.
    """
    others = select(func.count()).where(
        User.role == Role.ADMINISTRATOR, User.deactivated_at.is_(None), User.id != user.id
    )
    if user.role is Role.ADMINISTRATOR and not db.session.scalar(others):
        raise Refused("This is the last administrator: add another one first.")
    user.deactivated_at = at
    end_sign_ins(user.id, at=at)
    _write_line("end account", user, by, at)


def reset_password(user: User, password: str, *, by: int, at: datetime) -> None:
    """Give a user another password and end their sign-ins. Does not commit."""
    user.password_hash = hash_password(password)
    end_sign_ins(user.id, at=at)
    _write_line("reset password", user, by, at)


@dataclass(frozen=True)
class Credential:
    """A license as a board issues it; `jurisdiction` is a state's postal code."""

    profession: str
    number: str
    jurisdiction: str
    expires_on: date
    compact_id: int | None = None


def add_license(user: User, told: Credential, *, by: int, at: datetime) -> License:
    """Write a license down, verified by who writes it. Does not commit. Raises Refused."""
    known = select(License.id).where(
        License.profession == told.profession,
        License.number == told.number,
        License.jurisdiction == told.jurisdiction,
    )
    if db.session.scalar(known) is not None:
        raise Refused("This license is on record already.", field="number")
    if told.compact_id is not None and db.session.get(Compact, told.compact_id) is None:
        raise Refused("Choose one of the compacts.", field="compact")
    row = License(user_id=user.id, **vars(told), verified_by_id=by, verified_at=at)
    db.session.add(row)
    _write_line("add license", user, by, at)
    return row


def _write_line(action: str, user: User, by: int, at: datetime) -> None:
    db.session.flush()
    write_audit_line(by=by, at=at, action=action, subject="users", subject_id=user.id)
