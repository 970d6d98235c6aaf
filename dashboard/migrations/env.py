"""Runs the migrations on the app's own engine, in one transaction that takes the write lock."""

from alembic import context
from flask import current_app

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


run()
