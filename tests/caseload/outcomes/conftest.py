"""A database of one test, and a small practice whose windows have closed."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from flask import Flask

from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import Role
from dashboard.extensions import db
from tests.factories import make_user

AS_OF = datetime(2026, 12, 15, 15, 0, tzinfo=UTC)


@pytest.fixture
def tables(tmp_path) -> Iterator[None]:
    app = Flask("dashboard")
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{tmp_path / 'practice.sqlite3'}"
    db.init_app(app)
    with app.app_context():
        db.create_all()
        yield
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def ana(tables):
    return make_user("Ana Ruiz")


@pytest.fixture
def cleo(tables):
    return make_user("Cleo Marsh")


@pytest.fixture
def seen_by():
    """Return what a user sees at a moment; the role may be another than their own."""

    def seen(user, role: Role | None = None, as_of: datetime = AS_OF) -> Viewer:
        return Viewer(user.id, user.name, role or user.role, as_of)

    return seen
