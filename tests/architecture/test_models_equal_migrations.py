"""A database that migrations made has exactly the tables that the code believes in."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, inspect

import dashboard.models
from dashboard.extensions import db

OWN = {"alembic_version"}
DATABASES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(params=DATABASES)
def addresses(request, tmp_path, empty_database):
    """Two databases of one kind: the tables of one come from migrations; the other is empty."""
    if request.param == "sqlite":
        return f"sqlite:///{empty_database}", f"sqlite:///{tmp_path / 'modelled.db'}"
    cluster = request.getfixturevalue("cluster")
    return request.getfixturevalue("stocked_on_postgresql"), cluster.new_database()


@pytest.fixture
def migrated(addresses):
    with opened(addresses[0]) as engine:
        yield engine


@pytest.fixture
def modelled(addresses):
    with opened(addresses[1]) as engine:
        db.metadata.create_all(engine)
        yield engine


@contextmanager
def opened(address: str) -> Iterator[Engine]:
    engine = create_engine(address)
    yield engine
    engine.dispose()


def checks(engine: Engine) -> dict[str, dict[str | None, str]]:
    """Every check constraint by table and name; alembic's own comparison leaves these out."""
    inspector = inspect(engine)
    return {
        table: {
            check["name"]: " ".join(check["sqltext"].split())
            for check in inspector.get_check_constraints(table)
        }
        for table in inspector.get_table_names()
        if table not in OWN
    }


def test_tables_columns_keys_and_indexes_are_equal(migrated):
    with migrated.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, db.metadata) == []


def test_check_constraints_are_equal(migrated, modelled):
    assert checks(migrated) == checks(modelled)


def test_there_are_tables_to_compare():
    assert dashboard.models is not None
    assert len(db.metadata.tables) >= 30
