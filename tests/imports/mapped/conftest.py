"""Commands in a practice of their own, and a practice that files are imported into."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from dashboard.extensions import db
from dashboard.models.participants import Participant
from tests.cast import make_cast, viewer_of
from tests.factories import make_group, make_participant

LATE = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.fixture
def flask(app, tmp_path) -> Callable:
    """Run a command; a text is written to a file, which then is its last argument."""

    def run(*told, text=None, answer=None):
        if text is not None:
            file = tmp_path / "file.csv"
            file.write_text(text, encoding="utf-8")
            told = (*told, str(file))
        return app.test_cli_runner().invoke(args=[*told], input=answer)

    return run


@pytest.fixture
def importer(database):
    """Max, with Ana's group of A-1 and A-2 since 29 September, and Nora Free in none."""
    cast = make_cast()
    made = make_group(cast.ana, people=2, weeks=4)
    for number, stay in enumerate(made.enrollments, 1):
        person = db.session.get_one(Participant, stay.participant_id)
        person.code, person.given_name, person.family_name = f"A-{number}", "Dana", "Wells"
    make_participant("Nora Free").code = "N-1"
    db.session.commit()
    return viewer_of(cast.max, LATE)
