"""Two processes write at once: no save is lost, and the trail stays one chain."""

from itertools import pairwise

import pytest
from sqlalchemy import select

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.notes import GroupNote
from dashboard.models.trail import AuditLine
from dashboard.records.trail import first_broken_line
from tests.factories import make_group
from tests.parallel.acts import add_ones, append_lines, save

TIMES = 20
FIELDS = ("topic", "interventions", "themes", "plan")


@pytest.fixture
def session_id(app, cast):
    """A session that Ana and Ben lead together."""
    with app.app_context(), writing():
        made = make_group(cast.ana, co_lead=cast.ben, people=1)
        found = made.sessions[0].id
        db.session.commit()
    return found


def written(app):
    """The only group note there is, and whether the trail fits."""
    with app.app_context():
        note = db.session.scalars(select(GroupNote)).one()
        return [getattr(note, field) for field in FIELDS], first_broken_line()


def test_different_fields_of_one_note_come_together(app, cast, settings, session_id, two_processes):
    words = ["", *(f"draft {number}" for number in range(TIMES))]
    changes = {field: [(field, *pair) for pair in pairwise(words)] for field in ("topic", "plan")}
    first = (cast.ana.id, session_id, changes["topic"])
    second = (cast.ben.id, session_id, changes["plan"])
    assert two_processes.at_once(settings, save, first, second) == [words[1:], words[1:]]
    assert written(app) == ([words[-1], None, None, words[-1]], None)


def test_of_two_in_the_same_field_one_is_told(app, cast, settings, session_id, two_processes):
    first, second = (
        (user.id, session_id, [(field, "", f"{user.name} on {field}") for field in FIELDS])
        for user in (cast.ana, cast.ben)
    )
    by_ana, by_ben = two_processes.at_once(settings, save, first, second)
    assert by_ana == by_ben
    assert written(app) == (by_ana, None)


def test_reading_then_writing_loses_nothing(app, cast, settings, two_processes):
    with app.app_context(), writing():
        user = db.session.get_one(User, cast.ana.id)
        user.credentials, before = "0", user.version
        db.session.commit()
    two_processes.at_once(settings, add_ones, *[(cast.ana.id, TIMES)] * 2)
    with app.app_context():
        user = db.session.get_one(User, cast.ana.id)
        assert (user.credentials, user.version - before) == (str(2 * TIMES), 2 * TIMES + 1)


def test_the_trail_of_two_writers_is_one_chain(app, cast, settings, two_processes):
    two_processes.at_once(settings, append_lines, (cast.ana.id, TIMES), (cast.ben.id, TIMES))
    with app.app_context():
        numbers = db.session.scalars(select(AuditLine.id).order_by(AuditLine.id)).all()
        assert numbers == list(range(1, 2 * TIMES + 1))
        assert first_broken_line() is None
