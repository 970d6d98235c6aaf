"""Runs the migrations on the app's own engine, in one transaction that takes the write lock."""

from alembic import context
from alembic.runtime.migration import MigrationContext
from flask import current_app
from sqlalchemy import Engine

import dashboard.models  # noqa: F401
from dashboard.database import writing
from dashboard.extensions import Model


def _portable_type(kind: str, thing: object, _context: object) -> str | bool:
    """Write our own column types as what they are in the database."""
    impl = getattr(thing, "impl", None)
    if kind == "type" and type(thing).__module__.startswith("dashboard."):
        return f"sa.{type(impl).__name__}()"
    return False


def run() -> None:
    """Bring the database to the newest tables."""
    engine = current_app.extensions["migrate"].db.engine
    before = revision_of(engine)
    with writing(), engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Model.metadata,
            render_item=_portable_type,
            render_as_batch=True,
            compare_type=True,
        )
        with context.begin_transaction():
            context.run_migrations()
    if engine.dialect.name == "sqlite" and before not in {None, revision_of(engine)}:
        leave_nothing_behind(engine)


def revision_of(engine: Engine) -> str | None:
    """Return which tables the database has now; none where it is empty."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def leave_nothing_behind(engine: Engine) -> None:
    """Write the file anew, because SQLite leaves what was taken away lying in free pages."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


run()
