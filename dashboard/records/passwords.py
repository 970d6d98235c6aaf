"""Passwords: hashed with argon2id (19 MiB, two passes), a few at a time."""

from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

SHORTEST, LONGEST = 12, 200

_hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
# Each check takes 19 MiB: a flood of sign-ins must wait, not fill the memory.
_at_once = BoundedSemaphore(4)


def hash_password(password: str) -> str:
    """Return the argon2id hash of a password, with its own salt."""
    with _at_once:
        return _hasher.hash(password)


def password_fits(password: str, stored: str | None) -> bool:
    """Tell whether a password fits a stored hash; for None it takes as long and says no."""
    try:
        with _at_once:
            _hasher.verify(stored or _nobodys_hash(), password)
    except (VerifyMismatchError, InvalidHashError):
        return False
    return stored is not None


@cache
def _nobodys_hash() -> str:
    return _hasher.hash("nobody has this password")
