"""`flask demo`: make the demo practice, or bring the one that is here up to today."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click
from flask import current_app
from flask.cli import with_appcontext
from flask_migrate import upgrade
from sqlalchemy import select

from dashboard.database import writing
from dashboard.demo.groups import ZONE
from dashboard.demo.people import read_sheet, sign_in_sheet
from dashboard.demo.practice import make_practice
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.groups import Practice
from dashboard.models.trail import AuditLine

SHEET = "demo-sign-ins.txt"


@click.command("demo")
@click.option("--if-empty", is_flag=True, help="Leave any other practice alone without complaint.")
@with_appcontext
def demo(if_empty: bool) -> None:
    """Make an invented practice to look at, with dates relative to today."""
    at = datetime.now(UTC)
    today = at.astimezone(ZoneInfo(ZONE)).date()
    with writing():
        here = made_on()
        is_other = here is None and db.session.scalar(select(User.id).limit(1)) is not None
        db.session.rollback()
        if is_other:
            if if_empty:
                return
            raise click.ClickException("This database holds a real practice; it is left alone.")
        if here == today:
            return
        if here is not None:
            _start_over()
        _make(today, at)


def made_on() -> date | None:
    """Return the day, in the practice's zone, on which the demo in the database was made."""
    practice = db.session.get(Practice, 1)
    if practice is None or not practice.is_demo:
        return None
    query = select(AuditLine.at).where(AuditLine.action == "make demo practice")
    return db.session.scalars(query).one().astimezone(ZoneInfo(ZONE)).date()


def _start_over() -> None:
    """Drop the demo of an earlier day, table by table, and lay the tables anew."""
    engine = db.engine
    if engine.dialect.name != "sqlite":
        raise click.ClickException("The demo is of an earlier day; give it an empty database.")
    path = Path(str(engine.url.database))
    db.session.remove()
    engine.dispose()
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    upgrade()


def _make(today: date, at: datetime) -> None:
    sheet = Path(current_app.config["INSTANCE_FOLDER"]) / SHEET
    passwords = read_sheet(sheet.read_text(encoding="utf-8")) if sheet.exists() else {}
    make_practice(today=today, at=at, passwords=passwords)
    sheet.touch(mode=0o600)
    sheet.chmod(0o600)
    sheet.write_text(sign_in_sheet(passwords), encoding="utf-8")
    click.echo(f"The demo practice is made; its sign-ins are in {sheet}.")
