"""Who read whose record is written down, one line a request."""

import pytest
from sqlalchemy import select

from dashboard.access import current_viewer, note_reading
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.trail import ReadingLine


def page() -> str:
    note_reading([7, 3])
    note_reading([3])
    return current_viewer().name


def refused_page() -> str:
    note_reading([7])
    raise NotOnCaseload


@pytest.fixture
def ana(app, cast, as_user, monkeypatch):
    monkeypatch.setitem(app.view_functions, "groups.index", page)
    monkeypatch.setitem(app.view_functions, "groups.new", refused_page)
    return as_user(cast.ana.email)


def readings(app) -> list[tuple[int, str, list[int]]]:
    with app.app_context():
        lines = db.session.scalars(select(ReadingLine).order_by(ReadingLine.id))
        return [(line.user_id, line.page, line.participant_ids) for line in lines]


def test_one_line_names_everybody_on_the_page(app, cast, ana):
    assert ana.get("/groups/?order=name").get_data(as_text=True) == "Ana Ruiz"
    assert readings(app) == [(cast.ana.id, "/groups/", [3, 7])]


def test_a_page_about_nobody_leaves_none(app, ana):
    assert ana.get("/account").status_code == 200
    assert readings(app) == []


def test_a_page_that_was_not_shown_was_not_read(app, ana):
    assert ana.get("/groups/new").status_code == 404
    assert readings(app) == []
