"""Groupwork: a dashboard for licensed therapists who run weekly therapy groups."""

import os
from collections.abc import Mapping
from pathlib import Path

from flask import Flask
from sqlalchemy.exc import ArgumentError

from dashboard import cli, web
from dashboard.config import PREFIX, SettingInvalid, flask_settings, read_settings
from dashboard.database import guard_engine
from dashboard.extensions import bootstrap, csrf, db, login_manager, migrate
from dashboard.models.types.keys import load_secrets

ROOT = Path(__file__).resolve().parent.parent


def create_app(environ: Mapping[str, str] | None = None) -> Flask:
    """Return the app, set up from the environment. Raises SettingInvalid."""
    settings = read_settings(os.environ if environ is None else environ)
    instance = Path(settings["INSTANCE"]).resolve()
    app = Flask(
        "dashboard",
        instance_path=str(instance),
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "static"),
    )
    app.config.update(settings, INSTANCE_FOLDER=str(instance))
    app.config.update(flask_settings(settings, instance))
    load_keys(app, instance)
    open_database(app)
    for extension in (bootstrap, login_manager):
        extension.init_app(app)
    migrate.init_app(app, db, directory=str(ROOT / "dashboard" / "migrations"))
    web.init_app(app)
    csrf.init_app(app)  # after the gate, which answers people who are not signed in any more
    cli.init_app(app)
    return app


def open_database(app: Flask) -> None:
    """Give the app its engine. Raises SettingInvalid where the address leads to none."""
    try:
        db.init_app(app)
        with app.app_context():
            guard_engine(db.engine)
    except ArgumentError:
        words = "is not an address of a database, such as postgresql://groupwork@db/groupwork"
        raise SettingInvalid(f"{PREFIX}DATABASE_URI {words}") from None


def load_keys(app: Flask, instance: Path) -> None:
    """Give the app its secrets, where there are any yet: `flask set-up` makes them."""
    secrets = load_secrets(app.config, instance)
    app.extensions["groupwork_secrets"] = secrets
    app.config["SECRET_KEY"] = secrets.secret_key if secrets else None
