"""Sealed columns: text that the database file alone does not reveal.

AES-256-GCM with a random nonce. The table, the column and the row's id are authenticated with the
text, so that a ciphertext moved to another row, column or table does not open.
"""

import os
from typing import Any, overload

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import current_app

from dashboard.models.types.columns import random_id
from dashboard.models.types.keys import KeyRing, Secrets

NONCE_BYTES = 12
FORMAT = 1


class SealBroken(Exception):
    """A sealed text does not open: it was changed, moved, or its key is missing."""


def seal(ring: KeyRing, text: str, place: str) -> bytes:
    """Return format byte, key id (length first), nonce and ciphertext of one text."""
    name = ring.sealing_id
    nonce = os.urandom(NONCE_BYTES)
    label = name.encode()
    box = AESGCM(ring.keys[name]).encrypt(nonce, text.encode(), place.encode())
    return bytes([FORMAT, len(label)]) + label + nonce + box


def unseal(ring: KeyRing, sealed: bytes, place: str) -> str:
    """Return the text. Raises SealBroken when it was changed or moved, or its key is missing."""
    end = 2 + sealed[1]
    key = ring.keys.get(sealed[2:end].decode(errors="replace"))
    if sealed[0] != FORMAT or key is None:
        raise SealBroken(f"no key opens {place}")
    nonce, box = sealed[end : end + NONCE_BYTES], sealed[end + NONCE_BYTES :]
    try:
        return AESGCM(key).decrypt(nonce, box, place.encode()).decode()
    except InvalidTag:
        raise SealBroken(f"the seal of {place} is broken") from None


def app_secrets() -> Secrets:
    """Return the secrets of the running app."""
    secrets: Secrets = current_app.extensions["groupwork_secrets"]
    return secrets


class Sealed:
    """A text attribute kept sealed in the LargeBinary column attribute `sealed_<name>`."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.column = f"sealed_{name}"

    def ring(self, row: Any) -> KeyRing:
        return app_secrets().record_keys

    def place(self, row: Any) -> str:
        if row.id is None:
            row.id = random_id()
        return f"{row.__tablename__}/{self.name}/{row.id}"

    @overload
    def __get__(self, row: None, owner: type) -> "Sealed": ...
    @overload
    def __get__(self, row: object, owner: type) -> str | None: ...
    def __get__(self, row: Any, owner: type) -> "Sealed | str | None":
        if row is None:
            return self
        sealed = getattr(row, self.column)
        return None if sealed is None else unseal(self.ring(row), sealed, self.place(row))

    def __set__(self, row: Any, text: str | None) -> None:
        if text == "":
            text = None
        if text == self.__get__(row, type(row)):
            return  # nothing new: keep the row clean, so that its version does not move
        place = self.place(row)
        setattr(row, self.column, None if text is None else seal(self.ring(row), text, place))


class PrivateSealed(Sealed):
    """Like Sealed, with a key of the row's author (`author_id`) alone."""

    def ring(self, row: Any) -> KeyRing:
        return app_secrets().psychotherapy_keys.derived(f"author-{row.author_id}")


class SealedInCounted(Sealed):
    """Like Sealed, in a table whose ids are counted and say the order of its rows.

    A random id would break that order, so a row must have its id before it has words.
    """

    def place(self, row: Any) -> str:
        if row.id is None:
            raise ValueError(f"{row.__tablename__}: give the row its id before its {self.name}")
        return super().place(row)
