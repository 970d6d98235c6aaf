"""The demo practice of one day, made once and copied for each test."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from flask import Flask

from dashboard.database import writing
from dashboard.demo.people import complete_passwords
from dashboard.demo.practice import make_practice
from dashboard.extensions import db

TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class MadeDemo:
    """A database file with the demo, and everybody's password by their key."""

    path: Path
    passwords: dict[str, str]


def make(today: date) -> dict[str, str]:
    """Make it in the open database as of an evening, and return the passwords."""
    passwords = complete_passwords({})
    at = datetime(today.year, today.month, today.day, 20, 0, tzinfo=UTC)
    make_practice(today=today, at=at, passwords=passwords)
    return passwords


def make_demo(app: Flask, folder: Path) -> None:
    """Make the demo of TODAY in an app whose database lies, empty, in `folder`."""
    with app.app_context():
        with writing():
            passwords = make(TODAY)
            db.session.commit()
        with db.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        db.engine.dispose()
    (folder / "passwords.json").write_text(json.dumps(passwords), encoding="utf-8")


def read_demo(folder: Path) -> MadeDemo:
    """Find what `make_demo` left in a folder."""
    passwords = json.loads((folder / "passwords.json").read_text(encoding="utf-8"))
    return MadeDemo(folder / "groupwork.db", passwords)
