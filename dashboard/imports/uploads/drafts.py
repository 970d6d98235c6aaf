"""An uploaded file on its way in: sealed in the instance folder, with how far it has come."""

from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from typing import Any, ClassVar

from dashboard.errors import NotOnCaseload
from dashboard.long_work import (
    DONE,
    FAILED,
    RUNNING,
    WAITING,
    Work,
    find_work,
    new_token,
    save_work,
)
from dashboard.models.types.sealing import app_secrets, seal, unseal

__all__ = [
    "DONE",
    "FAILED",
    "RUNNING",
    "WAITING",
    "Draft",
    "content_of",
    "find_draft",
    "keep_draft",
    "let_go",
    "save_draft",
]


@dataclass(kw_only=True)
class Draft(Work):
    """What is known of one upload; the file itself is sealed beside it."""

    kept_in: ClassVar[str] = "imports"

    kind: str
    file_name: str
    choices: dict[str, Any] = field(default_factory=dict)


def keep_draft(user_id: int, kind: str, file_name: str, content: bytes) -> Draft:
    """Keep a file for a day, for the one who has brought it; older ones go."""
    token = new_token(Draft)
    draft = Draft(token=token, user_id=user_id, kind=str(kind), file_name=file_name[:200])
    text = b64encode(content).decode()
    sealed = seal(app_secrets().record_keys, text, _place(token))
    (draft.folder / "file").write_bytes(sealed)
    save_draft(draft)
    return draft


def find_draft(token: str, user_id: int) -> Draft:
    """Return an upload of this user. Raises NotOnCaseload where there is none."""
    return find_work(Draft, token, user_id)


def save_draft(draft: Draft) -> None:
    """Keep how things stand, whole or not at all."""
    save_work(draft)


def content_of(draft: Draft) -> bytes:
    """Return the file. Raises NotOnCaseload when it is in already and was let go."""
    try:
        sealed = (draft.folder / "file").read_bytes()
    except OSError:
        raise NotOnCaseload from None
    return b64decode(unseal(app_secrets().record_keys, sealed, _place(draft.token)))


def let_go(draft: Draft) -> None:
    """Remove the file of an upload; what became of it stays for a day."""
    (draft.folder / "file").unlink(missing_ok=True)


def _place(token: str) -> str:
    return f"imports/file/{token}"
