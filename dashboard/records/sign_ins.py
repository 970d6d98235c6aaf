"""Sign-ins kept on the server: begun, seen, ended, and tries that are counted."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import joinedload

from dashboard.extensions import db
from dashboard.models.accounts import SignIn, SignInAttempt, User

ATTEMPT_WINDOW = timedelta(minutes=15)
TRIES_A_NAME, TRIES_AN_ADDRESS = 10, 30
# How often a sign-in's last moment is written: every request would be a write for each read.
SEEN_EVERY = timedelta(minutes=1)


def fingerprint(text: str) -> str:
    """Return the SHA-256 (hex) under which a token, a name or an address is kept."""
    return sha256(text.encode()).hexdigest()


def user_by_email(email: str) -> User | None:
    """Return the user who may sign in under an e-mail address in lower case, if there is one."""
    return db.session.scalar(select(User).where(User.email == email, User.deactivated_at.is_(None)))


def has_accounts() -> bool:
    """Tell whether the practice has any user yet."""
    return db.session.scalar(select(User.id).limit(1)) is not None


def begin_sign_in(user: User, *, device: str, at: datetime, hours: int) -> str:
    """Write a new sign-in that ends after `hours` and return its token of 256 bits, said once."""
    token = secrets.token_urlsafe(32)
    db.session.add(
        SignIn(
            user_id=user.id,
            token_hash=fingerprint(token),
            device=device[:200],
            created_at=at,
            last_seen_at=at,
            ends_at=at + timedelta(hours=hours),
        )
    )
    return token


def live_sign_in(token: str, *, at: datetime, idle_minutes: int) -> SignIn | None:
    """Return the sign-in of a token with its user, or None when it has ended in any way."""
    return db.session.scalar(
        select(SignIn)
        .join(SignIn.user)
        .options(joinedload(SignIn.user))
        .where(
            SignIn.token_hash == fingerprint(token),
            SignIn.ended_at.is_(None),
            SignIn.ends_at > at,
            SignIn.last_seen_at > at - timedelta(minutes=idle_minutes),
            User.deactivated_at.is_(None),
        )
    )


def see_sign_in(sign_in_id: int, *, at: datetime) -> None:
    """Move the last moment of a sign-in. The caller commits."""
    db.session.execute(update(SignIn).where(SignIn.id == sign_in_id).values(last_seen_at=at))


def end_sign_ins(
    user_id: int, *, at: datetime, only: int | None = None, but: int | None = None
) -> int:
    """End a user's sign-ins: all, `only` one, or all `but` one. Returns how many ended."""
    ending = update(SignIn).where(SignIn.user_id == user_id, SignIn.ended_at.is_(None))
    if only is not None:
        ending = ending.where(SignIn.id == only)
    if but is not None:
        ending = ending.where(SignIn.id != but)
    return db.session.connection().execute(ending.values(ended_at=at)).rowcount


def too_many_tries(name: str, address: str, *, at: datetime) -> bool:
    """Tell whether a name or an address has failed too often within the last 15 minutes."""
    limits = ((f"name {name}", TRIES_A_NAME), (f"address {address}", TRIES_AN_ADDRESS))
    return any(_tries(key, at) >= limit for key, limit in limits)


def count_try(name: str, address: str, *, at: datetime) -> list[int]:
    """Write one try under its name and its address; forget the ones too old to count.

    Returns the ids of what was written, for `forget_try` when the try succeeds: a try counts from
    before its password is looked at, so that many at once cannot pass the limit together.
    """
    db.session.execute(delete(SignInAttempt).where(SignInAttempt.at < at - ATTEMPT_WINDOW))
    keys = (f"name {name}", f"address {address}")
    tries = [SignInAttempt(key_hash=fingerprint(key), at=at) for key in keys]
    db.session.add_all(tries)
    db.session.flush()
    return [one.id for one in tries]


def forget_try(ids: list[int]) -> None:
    """Take back a try that turned out to be right. The caller commits."""
    db.session.execute(delete(SignInAttempt).where(SignInAttempt.id.in_(ids)))


def _tries(key: str, at: datetime) -> int:
    query = select(func.count()).where(
        SignInAttempt.key_hash == fingerprint(key), SignInAttempt.at > at - ATTEMPT_WINDOW
    )
    return db.session.scalar(query) or 0
