"""A practice with its one row, and its administrator and lead signed in."""

from datetime import UTC, datetime

import pytest

NOON = datetime(2026, 11, 23, 17, tzinfo=UTC)


@pytest.fixture
def practice(app, cast):
    app.config["NOW"] = lambda: NOON


@pytest.fixture
def max_(as_user, cast, practice):
    return as_user(cast.max.email)


@pytest.fixture
def lena(as_user, cast, practice):
    return as_user(cast.lena.email)
