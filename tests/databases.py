"""How the apps of tests and the databases that they copy are made."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from flask import Flask
from flask_migrate import upgrade

from dashboard import create_app
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.types.keys import new_secrets
from dashboard.records.library import install_library
from tests.cast import make_cast
from tests.factories import LONG_AGO

# The processes of one run share what they have made, so they must share its keys: the first that
# reads this file hands them on to those it starts.
NEW_KEYS = {f"GROUPWORK_{name}": value for name, value in new_secrets().items()}
KEYS = json.loads(os.environ.setdefault("KEYS_OF_THIS_TEST_RUN", json.dumps(NEW_KEYS)))


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
