"""The key ring: which keys seal new text, and which still open old text."""

import base64
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from dashboard.config import PREFIX, SettingInvalid

KEY_BYTES = 32
KEY_FILE = "keys.json"


@dataclass(frozen=True)
class KeyRing:
    """Keys by id; the first one seals, all of them open."""

    keys: Mapping[str, bytes]

    @property
    def sealing_id(self) -> str:
        return next(iter(self.keys))

    def derived(self, purpose: str) -> "KeyRing":
        """Return the ring of keys derived from these for one purpose, under the same ids."""
        return KeyRing({name: _derive(key, purpose) for name, key in self.keys.items()})


@dataclass(frozen=True)
class Secrets:
    """Everything that must not be in the database or the repository."""

    secret_key: str
    record_keys: KeyRing
    psychotherapy_keys: KeyRing
    audit_key: bytes


def _derive(key: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=purpose.encode()).derive(key)


def _new_key() -> str:
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def parse_ring(text: str) -> KeyRing:
    """Read `id:base64,id:base64`. Raises ValueError when a key is not 32 bytes."""
    keys = {}
    for part in text.split(","):
        name, _, encoded = part.strip().partition(":")
        key = base64.b64decode(encoded, validate=True)
        if not name or len(name) > 32 or len(key) != KEY_BYTES:
            raise ValueError(
                "a key is an id of at most 32 characters, a colon and 32 bytes as base64"
            )
        keys[name] = key
    return KeyRing(keys)


def new_secrets() -> dict[str, str]:
    """Return freshly generated secrets in the shape of the key file."""
    return {
        "SECRET_KEY": secrets.token_urlsafe(48),
        "RECORD_KEYS": f"record-1:{_new_key()}",
        "PSYCHOTHERAPY_KEYS": f"private-1:{_new_key()}",
        "AUDIT_KEY": _new_key(),
    }


def write_secrets(instance: Path, content: Mapping[str, str]) -> None:
    """Write the key file, readable by its owner only, in one step that cannot leave half a file."""
    instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = instance / f".{KEY_FILE}.{secrets.token_hex(4)}"
    draft.touch(mode=0o600)
    draft.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    draft.replace(instance / KEY_FILE)


def stored_secrets(instance: Path) -> dict[str, str]:
    """Return what the key file holds, or nothing where there is none."""
    path = instance / KEY_FILE
    if not path.exists():
        return {}
    try:
        stored: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        raise SettingInvalid(f"{path} is damaged; put your copy of it back") from None
    return stored


def rotated(content: Mapping[str, str]) -> dict[str, str]:
    """Return the secrets with a new sealing key in each ring; the old keys still open."""
    fresh = dict(content)
    for name, prefix in (("RECORD_KEYS", "record"), ("PSYCHOTHERAPY_KEYS", "private")):
        count = len(parse_ring(content[name]).keys)
        fresh[name] = f"{prefix}-{count + 1}:{_new_key()},{content[name]}"
    return fresh


def load_secrets(settings: Mapping[str, Any], instance: Path) -> Secrets | None:
    """Return the secrets of the environment, completed by the key file; None where any lacks.

    Raises SettingInvalid, which names the one that is none and does not repeat it.
    """
    stored = stored_secrets(instance)
    names = ("SECRET_KEY", "RECORD_KEYS", "PSYCHOTHERAPY_KEYS", "AUDIT_KEY")
    found = {name: settings.get(name) or stored.get(name, "") for name in names}
    if not all(found.values()):
        return None
    return Secrets(
        secret_key=found["SECRET_KEY"],
        record_keys=_ring_of("RECORD_KEYS", found),
        psychotherapy_keys=_ring_of("PSYCHOTHERAPY_KEYS", found),
        audit_key=_bytes_of("AUDIT_KEY", found),
    )


def _ring_of(name: str, found: Mapping[str, str]) -> KeyRing:
    try:
        return parse_ring(found[name])
    except ValueError:
        words = "must be keys as id:base64 of 32 bytes, with commas between"
        raise SettingInvalid(f"{PREFIX}{name} {words}") from None


def _bytes_of(name: str, found: Mapping[str, str]) -> bytes:
    try:
        return base64.b64decode(found[name], validate=True)
    except ValueError:
        raise SettingInvalid(f"{PREFIX}{name} must be base64") from None
