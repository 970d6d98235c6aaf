"""What every test may ask for: an app on a database of its own, the cast, and their browsers."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import upgrade
from hypothesis import settings
from sqlalchemy import select

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.accounts import User
from tests.cast import Browser, Cast, make_cast, read_cast
from tests.cluster import Cluster, running_cluster
from tests.databases import app_in, filled_copy, lay_out, migrate, people, stock
from tests.demo_practice import MadeDemo, make_demo, read_demo
from tests.made_once import made_once

# A law is about what comes out, not about how long a busy machine takes for it.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database without rows, to be copied for each test."""
    return made_once(tmp_path_factory, "empty", migrate) / "groupwork.db"


@pytest.fixture(scope="session")
def stocked_database(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the shipped library and nothing else, to be copied for each test."""
    make = filled_copy(empty_database, stock)
    return made_once(tmp_path_factory, "stocked", make) / "groupwork.db"


@pytest.fixture(scope="session")
def peopled_database(stocked_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the shipped library and the cast, to be copied for each test with a cast."""
    make = filled_copy(stocked_database, people)
    return made_once(tmp_path_factory, "peopled", make) / "groupwork.db"


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
def app(request: pytest.FixtureRequest, serving_app: Flask) -> Iterator[Flask]:
    """The app with the shipped library and the cast that is asked for; nothing else.

    What a test sets ends with the test.
    """
    settings, testing = dict(serving_app.config), serving_app.testing
    wanted = "peopled_database" if "cast" in request.fixturenames else "stocked_database"
    lay_out(request.getfixturevalue(wanted), Path(serving_app.config["INSTANCE_FOLDER"]))
    yield serving_app
    with serving_app.app_context():
        db.engine.dispose()
    serving_app.config.clear()
    serving_app.config.update(settings)
    serving_app.testing = testing


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
    """The cast, detached: their ids and e-mails can be read anywhere."""
    with app.app_context(), writing():
        if db.session.scalar(select(User.id).limit(1)) is None:
            make_cast()
            db.session.commit()
            db.session.expire_all()
        made = read_cast()
        db.session.expunge_all()
    return made


@pytest.fixture
def browser(app: Flask) -> Browser:
    return Browser(app)


@pytest.fixture
def as_user(app: Flask) -> Callable[[str], Browser]:
    """Return a browser signed in under an e-mail: `as_user(cast.ana.email)`."""
    return lambda email: Browser(app).signed_in(email)
