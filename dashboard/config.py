"""Every setting: its environment variable, default and meaning, in one table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PREFIX = "GROUPWORK_"


class SettingInvalid(Exception):
    """A setting in the environment has a value that cannot be used."""


def _whole_number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise SettingInvalid(f"must be a whole number, not {text!r}")
    return int(text)


def _whole_from(lowest: int, highest: int) -> Callable[[str], int]:
    """Return what reads a whole number between these, both included."""

    def parse(text: str) -> int:
        number = _whole_number(text)
        if not lowest <= number <= highest:
            raise SettingInvalid(f"must be from {lowest:,} to {highest:,}, not {text}")
        return number

    return parse


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _yes_no_auto(text: str) -> str:
    if text.lower() not in {"yes", "no", "auto"}:
        raise SettingInvalid(f"must be yes, no or auto, not {text!r}")
    return text.lower()


def _yes_no(text: str) -> bool:
    if text.lower() not in {"yes", "no"}:
        raise SettingInvalid(f"must be yes or no, not {text!r}")
    return text.lower() == "yes"


def _mail_security(text: str) -> str:
    if text.lower() not in {"starttls", "tls", "none"}:
        raise SettingInvalid(f"must be starttls, tls or none, not {text!r}")
    return text.lower()


@dataclass(frozen=True)
class Setting:
    """One setting. `name` is both the key in app.config and, after the prefix, the variable."""

    name: str
    default: str
    meaning: str
    parse: Callable[[str], Any] = str


SETTINGS: tuple[Setting, ...] = (
    Setting("DATABASE_URI", "", "Database address; empty means SQLite in the instance folder"),
    Setting("INSTANCE", "instance", "Folder for the database and the generated secrets"),
    Setting("PORT", "8000", "Port that `make run` serves on", _whole_from(1, 65_535)),
    Setting(
        "SECRET_KEY", "", "Signs cookies; empty means the one generated in the instance folder"
    ),
    Setting(
        "RECORD_KEYS",
        "",
        "Keys for notes and contact details, newest first, as id:base64 with commas between; "
        "empty means the generated ones",
    ),
    Setting(
        "PSYCHOTHERAPY_KEYS",
        "",
        "Like RECORD_KEYS, for psychotherapy notes; each author gets a derived key",
    ),
    Setting("AUDIT_KEY", "", "Key of the audit trail's chain; empty means the generated one"),
    Setting("TRUSTED_HOSTS", "127.0.0.1,localhost", "Host names that requests may ask for", _words),
    Setting(
        "PROXIES", "0", "Number of reverse proxies whose headers are believed", _whole_from(0, 9)
    ),
    Setting(
        "SECURE_COOKIES",
        "auto",
        "yes, no, or auto: secure except for plain http on this machine",
        _yes_no_auto,
    ),
    Setting(
        "IDLE_MINUTES",
        "60",
        "A sign-in ends after so many minutes without a request",
        _whole_from(1, 100_000),
    ),
    Setting(
        "SIGN_IN_HOURS",
        "12",
        "A sign-in ends after so many hours in any case",
        _whole_from(1, 10_000),
    ),
    Setting(
        "SEAT_OFFER_HOURS",
        "48",
        "So long a free seat is kept for the next on the waitlist, then it is offered on",
        _whole_from(1, 10_000),
    ),
    Setting(
        "NOTE_DUE_HOURS",
        "72",
        "A session's notes are overdue when so many hours after its end one is not signed",
        _whole_from(1, 10_000),
    ),
    Setting(
        "VIDEO_PRESENT_PERCENT",
        "50",
        "A video report proposes a mark for whoever was in the room for so much of the session",
        _whole_from(1, 100),
    ),
    Setting(
        "VIDEO_GRACE_MINUTES",
        "10",
        "A video report proposes late, or left early, beyond so many minutes",
        _whole_from(0, 720),
    ),
    Setting(
        "PRORATE",
        "yes",
        "Whether answers left out count as the person's own mean where no published rule says so; "
        "no leaves such a form without a score",
        _yes_no,
    ),
    Setting(
        "LARGEST_UPLOAD",
        "8000000",
        "Largest file that can be uploaded, in bytes",
        _whole_from(100_000, 2_000_000_000),
    ),
    Setting(
        "PUBLIC_ADDRESS", "", "Where people reach this dashboard, such as https://groups.example"
    ),
    Setting("SMTP_HOST", "", "Mail server for check-ins; empty means that no mail is sent"),
    Setting("SMTP_PORT", "587", "Port of the mail server", _whole_from(1, 65_535)),
    Setting("SMTP_SECURITY", "starttls", "starttls, tls or none", _mail_security),
    Setting("SMTP_USER", "", "Name to sign in to the mail server with; empty means none"),
    Setting("SMTP_PASSWORD", "", "Password for the mail server"),
    Setting("MAIL_FROM", "", "Sender of every letter, such as groups@example.org"),
    Setting("DEMO", "no", "Says on every page that the people are invented", _yes_no),
)


def read_settings(environ: Mapping[str, str]) -> dict[str, Any]:
    """Return every setting, parsed. Raises SettingInvalid, naming the variable."""
    settings: dict[str, Any] = {}
    for setting in SETTINGS:
        text = environ.get(PREFIX + setting.name, setting.default)
        try:
            settings[setting.name] = setting.parse(text)
        except SettingInvalid as problem:
            raise SettingInvalid(f"{PREFIX}{setting.name} {problem}") from None
    return settings


def flask_settings(settings: Mapping[str, Any], instance: Path) -> dict[str, Any]:
    """Return what Flask and its extensions read, from our own settings."""
    return {
        "SQLALCHEMY_DATABASE_URI": settings["DATABASE_URI"]
        or f"sqlite:///{instance / 'groupwork.db'}",
        "SQLALCHEMY_ENGINE_OPTIONS": {},
        "MAX_CONTENT_LENGTH": settings["LARGEST_UPLOAD"],
        "MAX_FORM_MEMORY_SIZE": settings["LARGEST_UPLOAD"],
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": False,
        "BOOTSTRAP_SERVE_LOCAL": True,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SEND_FILE_MAX_AGE_DEFAULT": 0,
    }
