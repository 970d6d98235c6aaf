"""The same tests on SQLite and on PostgreSQL: what two processes do at once comes out the same."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask

from dashboard import create_app
from dashboard.extensions import db
from tests.databases import KEYS, lay_out
from tests.parallel.two_processes import TwoProcesses

Settings = dict[str, str]
DATABASES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


@contextmanager
def practice_on(kind: str, request: pytest.FixtureRequest, folder: Path) -> Iterator[Settings]:
    """What every process that serves a practice with nothing but the shipped library is told."""
    found = {**KEYS, "GROUPWORK_INSTANCE": str(folder)}
    if kind == "sqlite":
        lay_out(request.getfixturevalue("stocked_database"), folder)
        yield found
        return
    cluster = request.getfixturevalue("cluster")
    uri = cluster.new_database(like=request.getfixturevalue("stocked_on_postgresql"))
    yield {**found, "GROUPWORK_DATABASE_URI": uri}
    cluster.drop(uri)


@pytest.fixture(params=DATABASES)
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    with practice_on(request.param, request, tmp_path) as found:
        yield found


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    made = create_app(settings)
    made.testing = True
    yield made
    with made.app_context():
        db.engine.dispose()


@pytest.fixture(scope="session")
def two_processes() -> Iterator[TwoProcesses]:
    pair = TwoProcesses()
    yield pair
    pair.pool.shutdown()
