"""What every test may ask for: an app on a database of its own, the cast, and their browsers."""

import gc
import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import upgrade
from hypothesis import settings

from dashboard import create_app
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.types.keys import new_secrets
from dashboard.records.library import install_library
from tests.cast import Browser, Cast, make_cast
from tests.cluster import Cluster, running_cluster
from tests.demo_practice import MadeDemo, make_demo, read_demo
from tests.factories import LONG_AGO
from tests.made_once import made_once
from tests.shared_data import shared_data_files

# A law is about what comes out, not about how long a busy machine takes for it.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

# The processes of one run share what they have made, so they must share its keys: the first that
# reads this file hands them on to those it starts.
NEW_KEYS = {f"GROUPWORK_{name}": value for name, value in new_secrets().items()}
KEYS = json.loads(os.environ.setdefault("KEYS_OF_THIS_TEST_RUN", json.dumps(NEW_KEYS)))


def app_in(folder: Path, **settings: str) -> Flask:
    app = create_app({**KEYS, "GROUPWORK_INSTANCE": str(folder), **settings})
    app.testing = True
    return app


def pytest_collection_finish() -> None:
    """What is there by now stays: looking through it again and again for garbage takes its time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database without rows, to be copied for each test."""
    return made_once(tmp_path_factory, "empty", migrate) / "groupwork.db"


@pytest.fixture(scope="session")
def stocked_database(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the shipped library and nothing else, to be copied for each test."""

    def make(folder: Path) -> None:
        lay_out(empty_database, folder)
        stock(app_in(folder))

    return made_once(tmp_path_factory, "stocked", make) / "groupwork.db"


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server of this test process's own; only tests marked postgresql ask for it."""
    with running_cluster() as running:
        yield running


@pytest.fixture(scope="session")
def stocked_on_postgresql(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a database with the shipped library and nothing else, to be copied."""
    uri = cluster.new_database()
    folder = tmp_path_factory.mktemp("stocked_on_postgresql")
    made = app_in(folder, GROUPWORK_DATABASE_URI=uri)
    with made.app_context():
        upgrade()
        db.engine.dispose()
    stock(made)
    return uri


@pytest.fixture(scope="session")
def serving_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The app of one test process: making it and its templates anew costs more than most tests."""
    return app_in(tmp_path_factory.mktemp("serving"))


@pytest.fixture
def app(stocked_database: Path, serving_app: Flask) -> Iterator[Flask]:
    """The app with nothing but the shipped library: what a test sets ends with the test."""
    settings, testing = dict(serving_app.config), serving_app.testing
    lay_out(stocked_database, Path(serving_app.config["INSTANCE_FOLDER"]))
    yield serving_app
    with serving_app.app_context():
        db.engine.dispose()
    serving_app.config.clear()
    serving_app.config.update(settings)
    serving_app.testing = testing


@pytest.fixture
def app_of_its_own(stocked_database: Path, tmp_path: Path) -> Iterator[Flask]:
    """An app for tests that add routes, which an app that has answered takes no more."""
    lay_out(stocked_database, tmp_path)
    made = app_in(tmp_path)
    yield made
    with made.app_context():
        db.engine.dispose()


def migrate(folder: Path) -> None:
    app = app_in(folder)
    with app.app_context():
        upgrade()
        into_one_file()
        db.engine.dispose()


def stock(app: Flask) -> None:
    with app.app_context():
        with writing():
            install_library(at=LONG_AGO)
            db.session.commit()
        if db.engine.dialect.name == "sqlite":
            into_one_file()
        db.engine.dispose()


def into_one_file() -> None:
    with db.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def lay_out(empty_database: Path, folder: Path) -> None:
    for left_over in folder.glob("groupwork.db*"):
        left_over.unlink()
    shutil.copy(empty_database, folder / "groupwork.db")


@pytest.fixture(scope="session")
def made_demo(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> MadeDemo:
    """The demo practice of one day, to be copied."""

    def make(folder: Path) -> None:
        lay_out(empty_database, folder)
        make_demo(app_in(folder), folder)

    return read_demo(made_once(tmp_path_factory, "made_demo", make))


@pytest.fixture
def database(app: Flask) -> Iterator[Flask]:
    """The app with a context and a writing session, for tests that make no requests."""
    with app.app_context(), writing():
        yield app


@pytest.fixture
def cast(app: Flask) -> Cast:
    """The cast, written and detached: their ids and e-mails can be read anywhere."""
    with app.app_context(), writing():
        made = make_cast()
        db.session.commit()
        for user in vars(made).values():
            db.session.refresh(user)
        db.session.expunge_all()
    return made


@pytest.fixture
def browser(app: Flask) -> Browser:
    return Browser(app)


@pytest.fixture
def as_user(app: Flask) -> Callable[[str], Browser]:
    """Return a browser signed in under an e-mail: `as_user(cast.ana.email)`."""
    return lambda email: Browser(app).signed_in(email)


def pytest_report_header() -> str:
    found = len(shared_data_files("*.csv"))
    if found:
        return f"real input: {found} files beside the project"
    return "real input: none beside the project, so the tests that would read it find nothing to do"
