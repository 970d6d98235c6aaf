"""A signed session, and Iris's record with the names of others all over it."""

import pytest

from tests.documents.planted import Planted, add_words, plant
from tests.sessions.conftest import ana, meeting, save, save_all, written

__all__ = ["ana", "meeting", "save", "save_all", "written"]


@pytest.fixture
def planted(app, cast, ana, save, written):
    iris = written.stays[0]
    save(ana, f"progress-note:{iris}", "plan", "Call Omar Reyes; ask Birdie about Vera's idea.")
    save(ana, "group-note", "topic", "Vera Lindqvist spoke of her week with Omar.")
    plant(app, cast, written)
    signed = ana.post(f"{written.path}/sign", {"reason": "Looked through."})
    assert signed.status_code == 303
    add_words(app, cast, written)
    return Planted(f"/documents/participants/{written.people[0]}", written.people[0])
