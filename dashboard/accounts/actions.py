"""Sign in, sign out, change the password: each leaves its line in the trail."""

from datetime import datetime

from dashboard.errors import NotOnCaseload, Refused
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.records.passwords import hash_password, password_fits
from dashboard.records.sign_ins import (
    begin_sign_in,
    count_try,
    end_sign_ins,
    forget_try,
    too_many_tries,
    user_by_email,
)
from dashboard.records.trail import write_audit_line

WAIT = "Too many tries. Wait 15 minutes, then try again."
WRONG = "This e-mail and password do not fit together."


class TooManyTries(Refused):
    """Guessing is slowed down; the right password waits as well."""


def sign_in(
    *, email: str, password: str, address: str, device: str, at: datetime, hours: int
) -> str:
    """Return the token of a new sign-in. Raises TooManyTries, or Refused, the same for all."""
    name = email.strip().lower()
    if too_many_tries(name, address, at=at):
        raise TooManyTries(WAIT)
    user = user_by_email(name)
    stored = user.password_hash if user else None
    counted = count_try(name, address, at=at)
    db.session.commit()  # the slow check holds no lock
    if not password_fits(password, stored) or user is None:
        _note_limit(name, address, user, at)
        raise Refused(WRONG)
    forget_try(counted)
    token = begin_sign_in(user, device=device, at=at, hours=hours)
    write_audit_line(by=user.id, at=at, action="sign in", subject="users", subject_id=user.id)
    db.session.commit()
    return token


def _note_limit(name: str, address: str, user: User | None, at: datetime) -> None:
    """Leave a line when this failed try was the last one that is let through."""
    if too_many_tries(name, address, at=at):
        known = user.id if user else None
        write_audit_line(by=None, at=at, action="sign-in limit", subject="users", subject_id=known)
        db.session.commit()


def end_sign_in(*, user_id: int, sign_in_id: int, at: datetime) -> None:
    """End one of a user's own sign-ins. Raises NotOnCaseload for anybody else's."""
    if end_sign_ins(user_id, at=at, only=sign_in_id) == 0:
        raise NotOnCaseload
    write_audit_line(by=user_id, at=at, action="sign out", subject="users", subject_id=user_id)
    db.session.commit()


def change_password(
    *, user_id: int, sign_in_id: int, current: str, new: str, address: str, at: datetime
) -> None:
    """Change one's own password, end all other sign-ins. Refused when `current` is wrong.

    Guesses count as they do when signing in: a screen left open tells nobody the password.
    """
    user = db.session.get_one(User, user_id)
    name, stored = user.email, user.password_hash
    if too_many_tries(name, address, at=at):
        raise TooManyTries(WAIT, field="current")
    counted = count_try(name, address, at=at)
    db.session.commit()  # the slow checks hold no lock
    if not password_fits(current, stored):
        _note_limit(name, address, user, at)
        raise Refused("This is not the password that you have now.", field="current")
    forget_try(counted)
    db.session.commit()
    _write_password(user_id, sign_in_id, hash_password(new), at)


def _write_password(user_id: int, sign_in_id: int, hashed: str, at: datetime) -> None:
    db.session.get_one(User, user_id).password_hash = hashed
    end_sign_ins(user_id, at=at, but=sign_in_id)
    write_audit_line(
        by=user_id, at=at, action="change password", subject="users", subject_id=user_id
    )
    db.session.commit()
