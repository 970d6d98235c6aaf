"""Who looks at a small practice whose windows have closed."""

from datetime import UTC, datetime

import pytest

from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import Role
from tests.factories import make_user

AS_OF = datetime(2026, 12, 15, 15, 0, tzinfo=UTC)


@pytest.fixture
def ana(database):
    return make_user("Ana Ruiz")


@pytest.fixture
def cleo(database):
    return make_user("Cleo Marsh")


@pytest.fixture
def seen_by():
    """Return what a user sees at a moment; the role may be another than their own."""

    def seen(user, role: Role | None = None, as_of: datetime = AS_OF) -> Viewer:
        return Viewer(user.id, user.name, role or user.role, as_of)

    return seen
