"""An uploaded file on its way in: sealed in the instance folder, with how far it has come."""

import json
import re
import secrets
import shutil
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import time
from typing import Any

from flask import current_app

from dashboard.errors import NotOnCaseload
from dashboard.imports.mapped.fields import Kind
from dashboard.models.types.sealing import app_secrets, seal, unseal

KEPT_SECONDS = 24 * 3600
# Longer without a sign of life: the process that did the work is gone, and so is the work.
SILENT_SECONDS = 120
TOKEN = re.compile(r"[0-9a-f]{32}")
WAITING, RUNNING, DONE, FAILED = "waiting", "running", "done", "failed"


@dataclass
class Draft:
    """What is known of one upload; the file itself is sealed beside it."""

    token: str
    user_id: int
    kind: str
    file_name: str
    state: str = WAITING
    what: str = ""
    done: int = 0
    total: int = 0
    message: str = ""
    seen_at: float = 0.0
    choices: dict[str, Any] = field(default_factory=dict)

    @property
    def is_silent(self) -> bool:
        """Whether the work on it has stopped without a word."""
        return self.state == RUNNING and time() - self.seen_at > SILENT_SECONDS

    @property
    def is_running(self) -> bool:
        return self.state == RUNNING and not self.is_silent


def keep_draft(user_id: int, kind: Kind, file_name: str, content: bytes) -> Draft:
    """Keep a file for a day, for the one who has brought it; older ones go."""
    _sweep()
    draft = Draft(secrets.token_hex(16), user_id, kind.value, file_name[:200])
    _folder(draft.token).mkdir(mode=0o700)
    text = b64encode(content).decode()
    sealed = seal(app_secrets().record_keys, text, _place(draft.token))
    (_folder(draft.token) / "file").write_bytes(sealed)
    save_draft(draft)
    return draft


def find_draft(token: str, user_id: int) -> Draft:
    """Return an upload of this user. Raises NotOnCaseload where there is none."""
    if TOKEN.fullmatch(token) is None:
        raise NotOnCaseload
    try:
        text = (_folder(token) / "state.json").read_text(encoding="utf-8")
    except OSError:
        raise NotOnCaseload from None
    draft = Draft(**json.loads(text))
    if draft.user_id != user_id:
        raise NotOnCaseload
    return draft


def save_draft(draft: Draft) -> None:
    """Keep how things stand, whole or not at all."""
    part = _folder(draft.token) / f"state.{secrets.token_hex(4)}"
    part.write_text(json.dumps(asdict(draft)), encoding="utf-8")
    part.replace(_folder(draft.token) / "state.json")


def content_of(draft: Draft) -> bytes:
    """Return the file. Raises NotOnCaseload when it is in already and was let go."""
    try:
        sealed = (_folder(draft.token) / "file").read_bytes()
    except OSError:
        raise NotOnCaseload from None
    return b64decode(unseal(app_secrets().record_keys, sealed, _place(draft.token)))


def let_go(draft: Draft) -> None:
    """Remove the file of an upload; what became of it stays for a day."""
    (_folder(draft.token) / "file").unlink(missing_ok=True)


def _sweep() -> None:
    for folder in _home().iterdir():
        if time() - folder.stat().st_mtime > KEPT_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)


def _place(token: str) -> str:
    return f"imports/file/{token}"


def _folder(token: str) -> Path:
    return _home() / token


def _home() -> Path:
    home = Path(current_app.config["INSTANCE_FOLDER"]) / "imports"
    home.mkdir(mode=0o700, exist_ok=True)
    return home
