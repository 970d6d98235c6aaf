"""Accounts changed and ended."""

from datetime import datetime

from sqlalchemy import func, select

from dashboard.clinical.words import Role
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.accounts import User
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


def _write_line(action: str, user: User, by: int, at: datetime) -> None:
    db.session.flush()
    write_audit_line(by=by, at=at, action=action, subject="users", subject_id=user.id)
