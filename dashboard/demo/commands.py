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
from dashboard.demo.people import complete_passwords, read_sheet, sign_in_sheet
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
        if here == today and _sheet().exists():
            if not if_empty:
                click.echo(f"The demo practice is here already; its sign-ins are in {_sheet()}.")
            return
        if here is not None and not _start_over(here, if_empty=if_empty):
            return
        _make(today, at)


def made_on() -> date | None:
    """Return the day, in the practice's zone, on which the demo in the database was made."""
    practice = db.session.get(Practice, 1)
    if practice is None or not practice.is_demo:
        return None
    query = select(AuditLine.at).where(AuditLine.action == "make demo practice")
    return db.session.scalars(query).one().astimezone(ZoneInfo(ZONE)).date()


def _sheet() -> Path:
    return Path(current_app.config["INSTANCE_FOLDER"]) / SHEET


def _start_over(here: date, *, if_empty: bool) -> bool:
    """Drop the demo that is here and lay the tables anew; say whether that could be done."""
    engine = db.engine
    if engine.dialect.name != "sqlite":
        words = f"The demo practice is of {here}; for one of today, give it an empty database."
        if not if_empty:
            raise click.ClickException(words)
        click.echo(words)
        return False
    click.echo(f"The demo practice of {here} goes, with all that was written in it.")
    path = Path(str(engine.url.database))
    db.session.remove()
    engine.dispose()
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    upgrade()
    return True


def _make(today: date, at: datetime) -> None:
    """Write the sheet, then the practice: one without a way in would be of no use."""
    sheet = _sheet()
    kept = read_sheet(sheet.read_text(encoding="utf-8")) if sheet.exists() else {}
    passwords = complete_passwords(kept)
    sheet.touch(mode=0o600)
    sheet.chmod(0o600)
    sheet.write_text(sign_in_sheet(passwords), encoding="utf-8")
    make_practice(today=today, at=at, passwords=passwords)
    click.echo(f"The demo practice is made; its sign-ins are in {sheet}.")
