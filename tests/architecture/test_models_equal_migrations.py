"""A database that migrations made has exactly the tables that the code believes in."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, inspect

import dashboard.models
from dashboard.extensions import db
from tests.browser.server import run_flask

OWN = {"alembic_version"}


@pytest.fixture(scope="module")
def migrated(tmp_path_factory):
    instance = tmp_path_factory.mktemp("instance")
    run_flask(instance, "set-up")
    engine = create_engine(f"sqlite:///{instance / 'groupwork.db'}")
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def modelled():
    engine = create_engine("sqlite://")
    db.metadata.create_all(engine)
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
