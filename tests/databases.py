"""How the apps of tests and the databases that they copy are made."""

import os
import shutil
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from flask import Flask
from flask_migrate import upgrade

from dashboard import create_app
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.records.library import install_library
from tests.cast import make_cast
from tests.factories import LONG_AGO

# The processes of one run share what they have made, so they must share its keys.
RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID") or token_hex()


def key_of_this_run(name: str) -> str:
    return b64encode(sha256(f"{RUN} {name}".encode()).digest()).decode()


KEYS = {
    "GROUPWORK_SECRET_KEY": key_of_this_run("secret"),
    "GROUPWORK_RECORD_KEYS": f"record-1:{key_of_this_run('record')}",
    "GROUPWORK_PSYCHOTHERAPY_KEYS": f"private-1:{key_of_this_run('private')}",
    "GROUPWORK_AUDIT_KEY": key_of_this_run("audit"),
}


def app_in(folder: Path, **settings: str) -> Flask:
    app = create_app({**KEYS, "GROUPWORK_INSTANCE": str(folder), **settings})
    app.testing = True
    return app


def migrate(folder: Path) -> None:
    app = app_in(folder)
    with app.app_context():
        upgrade()
        into_one_file()
        db.engine.dispose()


def stock(app: Flask) -> None:
    fill(app, lambda: install_library(at=LONG_AGO))


def people(app: Flask) -> None:
    fill(app, make_cast)


def fill(app: Flask, write: Callable[[], object]) -> None:
    with app.app_context():
        with writing():
            write()
            db.session.commit()
        if db.engine.dialect.name == "sqlite":
            into_one_file()
        db.engine.dispose()


def filled_copy(source: Path, write: Callable[[Flask], None]) -> Callable[[Path], None]:
    """Return what lays a copy of a database into a folder and lets `write` fill it."""

    def make(folder: Path) -> None:
        lay_out(source, folder)
        write(app_in(folder))

    return make


def into_one_file() -> None:
    with db.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def lay_out(empty_database: Path, folder: Path) -> None:
    for left_over in folder.glob("groupwork.db*"):
        left_over.unlink()
    shutil.copy(empty_database, folder / "groupwork.db")
