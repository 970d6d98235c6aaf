"""The guard looks back to the note before, and goes on after signing: at what is added."""

import pytest
from sqlalchemy import select

from dashboard.extensions import db
from dashboard.models.notes import Addendum, ProgressNote
from dashboard.models.trail import AuditLine

SAME = "Named what helps at night and tried it out in the room."


@pytest.fixture
def last_week(ana, meeting):
    """Write the response of the first person at the session before."""

    def write(text):
        target = f"progress-note:{meeting.stays[0]}"
        entry = {"target": target, "field": "response", "value": text, "base": ""}
        ana.post(f"/sessions/{meeting.earlier_id}/entries", json={"entries": [entry]})

    return write


def test_a_note_carried_over_from_last_week_stands_beside_it(ana, written, last_week):
    last_week(SAME.replace("night", "nights"))
    page = ana.get(f"{written.path}/sign").text
    assert "Two notes are alike to 99%" in page
    assert "Iris H., this session" in page
    assert "Iris H., the note before" in page
    assert f"#progress-note:{written.stays[0]}.response" in page
    assert "Say why you sign" in ana.post(f"{written.path}/sign", {"reason": ""}).text


@pytest.mark.parametrize("before", ["", "Slept badly, said little, and left before the end."])
def test_a_note_of_its_own_is_not_called_a_copy(ana, written, last_week, before):
    last_week(before)
    assert "alike" not in ana.get(f"{written.path}/sign").text


def test_a_cancelled_session_is_not_looked_back_to(ana, written, last_week):
    last_week(SAME)
    ana.post(f"/sessions/{written.earlier_id}/cancel", {"reason": "The line broke off"})
    assert "alike" not in ana.get(f"{written.path}/sign").text


@pytest.fixture
def note_path(app, ana, written):
    """The first person's signed note."""
    assert ana.post(f"{written.path}/sign").status_code == 303
    with app.app_context():
        query = select(ProgressNote.id).where(ProgressNote.enrollment_id == written.stays[0])
        return f"/notes/progress/{db.session.scalars(query).one()}"


def addenda(app):
    with app.app_context():
        return [each.text for each in db.session.scalars(select(Addendum))]


def confirmation(page):
    return page.split('name="confirmed" value="')[1].split('"')[0]


def test_a_name_of_another_in_an_addendum_is_marked_and_added_only_when_confirmed(
    app, ana, note_path
):
    text = "She and Omar\r\nspoke on."
    page = ana.post(note_path, {"text": text}).text
    assert "<mark>Omar</mark>" in page
    assert "She and Omar\r\nspoke on.</textarea>" in page
    assert addenda(app) == []
    said = {"confirmed": confirmation(page)}
    assert "<mark>Vera</mark>" in ana.post(note_path, {"text": f"{text} Vera too.", **said}).text
    assert addenda(app) == []
    assert ana.post(note_path, {"text": text, **said}).status_code == 303
    assert addenda(app) == [text]
    with app.app_context():
        line = db.session.scalars(select(AuditLine).order_by(AuditLine.id.desc()).limit(1)).one()
        assert (line.action, line.detail) == ("add addendum", {"names": "confirmed"})


def test_ones_own_name_in_an_addendum_is_no_matter(app, ana, note_path):
    assert ana.post(note_path, {"text": "Iris called the next day."}).status_code == 303
    assert addenda(app) == ["Iris called the next day."]
