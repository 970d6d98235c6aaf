"""Keys made of names, for what people name themselves."""

import re
import unicodedata
from collections.abc import Collection


def free_key(name: str, taken: Collection[str], *, without_letters: str) -> str:
    """Return a key of small letters, digits and underscores that is not taken yet.

    `without_letters` is the key of a name that has none. A name that is taken gets a number.
    """
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    key = re.sub(r"[^a-z0-9]+", "_", ascii_only).strip("_")[:60] or without_letters
    keys = (key, *(f"{key}_{number}" for number in range(2, len(taken) + 3)))
    return next(found for found in keys if found not in taken)
