"""Commands that set a practice up and look after it."""

import importlib
import os
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from flask import Flask, current_app
from flask.cli import AppGroup, ScriptInfo, with_appcontext
from flask_migrate import upgrade

from dashboard.clinical.words import Role
from dashboard.database import writing
from dashboard.errors import Refused
from dashboard.exports.commands import export_command
from dashboard.extensions import db
from dashboard.groups.commands import seats
from dashboard.imports.openemr.commands import import_group
from dashboard.models.types.keys import (
    load_secrets,
    new_secrets,
    rotated,
    stored_secrets,
    write_secrets,
)
from dashboard.records.library import install_library
from dashboard.records.practice.users import add_user
from dashboard.records.sign_ins import has_accounts
from dashboard.records.trail import first_broken_line, holds_mark, trail_mark

# What can be done before the practice is set up.
SETTING_UP = {"set-up", "init", "db"}

accounts = AppGroup("accounts", help="The people who may sign in.")
keys = AppGroup("keys", help="The keys that seal notes and contact details.")
attendance = AppGroup("attendance", help="Attendance, taken out and brought in.")
audit = AppGroup("audit", help="The trail of who wrote what.")


def init_app(app: Flask) -> None:
    attendance.add_command(export_command)
    for command in (set_up, init, accounts, keys, attendance, audit, seats, import_group):
        app.cli.add_command(command)
    # By name, because nothing may depend on the demo.
    app.cli.add_command(importlib.import_module("dashboard.demo.commands").demo)
    for name, command in app.cli.commands.items():
        if name not in SETTING_UP:
            _ask_for_set_up(command)


def _ask_for_set_up(command: click.Command) -> None:
    """Let a command say what is missing where the practice is not set up."""
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            _ask_for_set_up(inner)
    elif command.callback is not None and not hasattr(command.callback, "asks_for_set_up"):
        command.callback = _asking(command.callback)


def _asking(does: Callable[..., Any]) -> Callable[..., Any]:
    def asking(*given: Any, **said: Any) -> Any:
        app = click.get_current_context().ensure_object(ScriptInfo).load_app()
        if app.extensions["groupwork_secrets"] is None:
            raise click.ClickException("Nothing is set up here yet: flask --app wsgi set-up")
        return does(*given, **said)

    asking.asks_for_set_up = True  # type: ignore[attr-defined]  # commands outlive an app
    return asking


@click.command("set-up")
@with_appcontext
def set_up() -> None:
    """Make the secrets and bring the tables up to date. Does nothing where that is done."""
    _set_up()


def _set_up() -> None:
    instance = Path(current_app.config["INSTANCE_FOLDER"])
    before = os.umask(0o077)  # keys and database are their owner's alone
    try:
        instance.mkdir(mode=0o700, parents=True, exist_ok=True)
        instance.chmod(0o700)
        if current_app.extensions["groupwork_secrets"] is None:
            write_secrets(instance, {**new_secrets(), **stored_secrets(instance)})
            current_app.extensions["groupwork_secrets"] = load_secrets(current_app.config, instance)
        upgrade()
    finally:
        os.umask(before)


@click.command("init")
@click.option("--email", prompt="E-mail of the first administrator")
@click.option("--name", prompt="Name of the first administrator")
@click.option("--password", help="At least 12 characters; made and shown once when left out.")
@with_appcontext
def init(email: str, name: str, password: str | None) -> None:
    """Set up an empty practice with its first administrator."""
    _set_up()
    with writing():
        if has_accounts():
            raise click.ClickException("This practice has accounts already; nothing was changed.")
        install_library(at=datetime.now(UTC))
        _add(email, name, Role.ADMINISTRATOR, password)


@accounts.command("add")
@click.option("--email", prompt="E-mail")
@click.option("--name", prompt="Name")
@click.option("--role", prompt="Role", type=click.Choice([role.value for role in Role]))
@click.option("--password", help="At least 12 characters; made and shown once when left out.")
def add(email: str, name: str, role: str, password: str | None) -> None:
    """Add somebody who may sign in."""
    with writing():
        _add(email, name, Role(role), password)


def _add(email: str, name: str, role: Role, password: str | None) -> None:
    made = secrets.token_urlsafe(15)
    chosen = made if password is None else password
    try:
        user = add_user(
            by=None, at=datetime.now(UTC), email=email, name=name, role=role, password=chosen
        )
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from None
    db.session.commit()
    click.echo(f"Sign in as {user.email}.")
    if password is None:
        click.echo(f"Password, shown this once: {made}")


@keys.command("rotate")
def rotate() -> None:
    """Seal with a new key from now on; what older keys sealed still opens."""
    instance = Path(current_app.config["INSTANCE_FOLDER"])
    stored = stored_secrets(instance)
    if not stored:
        raise click.ClickException("There are no generated keys here to rotate.")
    write_secrets(instance, rotated(stored))
    click.echo("New keys are in place. Restart the dashboard so that it uses them.")


@audit.command("verify")
@click.option("--mark", help="What an earlier check said: its line must still be there.")
def verify(mark: str | None) -> None:
    """Check the chain of the audit trail, line by line."""
    broken = first_broken_line()
    if broken is not None:
        raise click.ClickException(f"The trail does not fit from line {broken} on.")
    if mark is not None and not holds_mark(mark):
        raise click.ClickException(
            f"The trail fits, but does not hold {mark}: lines at its end were taken away."
        )
    click.echo("The trail fits, from its first line to its last.")
    click.echo(f"Note this mark apart from the database: {trail_mark()}")
