"""A folder for each piece of work, with how far it has come."""

import json
import re
import secrets
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from time import time
from typing import ClassVar, TypeVar

from flask import current_app

from dashboard.errors import NotOnCaseload

KEPT_SECONDS = 24 * 3600
# Longer without a sign of life: the process that did the work is gone, and so is the work.
SILENT_SECONDS = 120
TOKEN = re.compile(r"[0-9a-f]{32}")
WAITING, RUNNING, DONE, FAILED = "waiting", "running", "done", "failed"


@dataclass(kw_only=True)
class Work:
    """One piece of work of one user; `kept_in` names the folder of its kind."""

    kept_in: ClassVar[str]

    token: str
    user_id: int
    state: str = WAITING
    what: str = ""
    done: int = 0
    total: int = 0
    message: str = ""
    seen_at: float = 0.0

    @property
    def is_silent(self) -> bool:
        """Whether the work has stopped without a word."""
        return self.state == RUNNING and time() - self.seen_at > SILENT_SECONDS

    @property
    def is_running(self) -> bool:
        return self.state == RUNNING and not self.is_silent

    @property
    def folder(self) -> Path:
        return home_of(type(self)) / self.token


AnyWork = TypeVar("AnyWork", bound=Work)


def new_token(kind: type[Work]) -> str:
    """Make the folder of a new piece of work and return its name; those of yesterday go."""
    home = home_of(kind)
    for folder in home.iterdir():
        if _is_old(folder):
            shutil.rmtree(folder, ignore_errors=True)
    token = secrets.token_hex(16)
    (home / token).mkdir(mode=0o700)
    return token


def find_work(kind: type[AnyWork], token: str, user_id: int) -> AnyWork:
    """Return a piece of work of this user. Raises NotOnCaseload where there is none."""
    if TOKEN.fullmatch(token) is None:
        raise NotOnCaseload
    try:
        text = (home_of(kind) / token / "state.json").read_text(encoding="utf-8")
    except OSError:
        raise NotOnCaseload from None
    work = kind(**json.loads(text))
    if work.user_id != user_id:
        raise NotOnCaseload
    return work


def works_of(kind: type[AnyWork], user_id: int) -> list[AnyWork]:
    """Return what is at work for this user or was done within a day, the newest first."""
    found: list[tuple[float, AnyWork]] = []
    for folder in home_of(kind).iterdir():
        try:
            made_at = folder.stat().st_ctime
            if not _is_old(folder):
                found.append((made_at, find_work(kind, folder.name, user_id)))
        except (NotOnCaseload, OSError):
            continue  # somebody else's, or just gone
    return [work for _at, work in sorted(found, key=lambda each: -each[0])]


def save_work(work: Work) -> None:
    """Keep how things stand, whole or not at all."""
    part = work.folder / f"state.{secrets.token_hex(4)}"
    part.write_text(json.dumps(asdict(work)), encoding="utf-8")
    part.replace(work.folder / "state.json")


def finish(work: Work, state: str, message: str) -> None:
    """Keep how the work has ended."""
    work.state, work.message = state, message
    save_work(work)


def home_of(kind: type[Work]) -> Path:
    """Return the folder that all work of a kind is kept in, made where it is missing."""
    home = Path(current_app.config["INSTANCE_FOLDER"]) / kind.kept_in
    home.mkdir(mode=0o700, exist_ok=True)
    return home


def _is_old(folder: Path) -> bool:
    return time() - folder.stat().st_mtime > KEPT_SECONDS
