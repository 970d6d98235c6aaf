"""One question of the database is not asked again for each person."""

import pytest
from sqlalchemy import event

from dashboard.caseload.curriculum import group_progress, group_teaching
from dashboard.caseload.reach import find_group
from dashboard.extensions import db
from tests.factories import make_enrollment


@pytest.fixture
def questions(ana, taught):
    """How many questions the page of the group asks."""

    def count():
        db.session.flush()
        db.session.expire_all()
        asked = []
        listen = lambda *rest: asked.append(rest[2])  # noqa: E731
        event.listen(db.engine, "before_cursor_execute", listen)
        group = find_group(ana, taught.made.group.id)
        teaching = group_teaching(ana, group, taught.made.cycle)
        people = group_progress(ana, group, taught.made.cycle, teaching.modules)
        event.remove(db.engine, "before_cursor_execute", listen)
        return len(people), len(asked)

    return count


def test_more_people_ask_no_more(taught, questions):
    few, asked = questions()
    for _ in range(8):
        make_enrollment(taught.made.group)
    assert questions() == (few + 8, asked)
