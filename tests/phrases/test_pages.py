"""Texts that notes are begun with: one's own, and the practice's templates."""

import pytest
from sqlalchemy import select

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.phrases import Phrase
from dashboard.models.trail import AuditLine
from dashboard.records.notes.phrases import install_templates
from tests.sessions.conftest import ana, meeting, save, save_all

CALM = {"short_name": "calm", "title": "Paced breathing", "text": "Practiced ___.", "plan": ""}
__all__ = ["ana", "meeting", "save", "save_all"]


@pytest.fixture
def templates(app, cast):
    with app.app_context(), writing():
        install_templates()
        install_templates()
        db.session.commit()


def kept(app, *, of_people=True):
    """What people have of their own, or the templates of the practice."""
    with app.app_context():
        owned = Phrase.owner_id.is_not(None) if of_people else Phrase.owner_id.is_(None)
        rows = db.session.scalars(select(Phrase).where(owned).order_by(Phrase.short_name))
        return [(row.id, row.owner_id, row.short_name, row.text) for row in rows]


def said(answer):
    return answer.get_data(as_text=True)


def test_a_phrase_is_its_owners_alone(app, cast, as_user):
    ana = as_user(cast.ana.email)
    assert ana.post("/phrases/", CALM).location == "/phrases/"
    [(phrase_id, owner, name, text)] = kept(app)
    assert (owner, name, text) == (cast.ana.id, "calm", "Practiced ___.")
    assert "Paced breathing" in said(ana.get("/phrases/"))
    for other in (cast.ben, cast.lena):
        browser = as_user(other.email)
        assert "Paced breathing" not in said(browser.get("/phrases/"))
        assert browser.get(f"/phrases/{phrase_id}").status_code == 404
        assert browser.post(f"/phrases/{phrase_id}/remove").status_code == 404


def test_changes_are_kept_and_a_stale_page_is_told_what_stands(app, cast, as_user):
    ana = as_user(cast.ana.email)
    ana.post("/phrases/", CALM)
    [(phrase_id, *_rest)] = kept(app)
    changed = {**CALM, "text": "Breathed.", "version": "1"}
    assert 'value="1"' in said(ana.get(f"/phrases/{phrase_id}"))
    assert ana.post(f"/phrases/{phrase_id}", changed).location == "/phrases/"
    stale = said(ana.post(f"/phrases/{phrase_id}", {**changed, "text": "Mine"}))
    assert "Somebody has changed this text" in stale
    assert "Mine" in stale and "Breathed." in stale
    assert kept(app)[0][3] == "Breathed."
    assert ana.post(f"/phrases/{phrase_id}/remove").location == "/phrases/"
    assert kept(app) == []
    with app.app_context():
        actions = list(db.session.scalars(select(AuditLine.action).order_by(AuditLine.id)))
    assert actions[-3:] == ["add phrase", "change phrase", "remove phrase"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"short_name": "Calm down"}, "Small letters, digits and hyphens only."),
        ({"short_name": ""}, "Give it a short name to type."),
        ({"short_name": "x" * 21}, "At most 20 characters."),
        ({"text": ""}, "The text is missing."),
        ({"title": ""}, "Say what it is for."),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_what_was_typed_stays(
    app, cast, as_user, change, words
):
    page = said(as_user(cast.ana.email).post("/phrases/", {**CALM, "plan": "Go on", **change}))
    assert words in page and "Go on" in page
    assert kept(app) == []


def test_a_short_name_is_taken_once_for_each_owner(app, cast, as_user):
    ana = as_user(cast.ana.email)
    ana.post("/phrases/", CALM)
    ana.post("/phrases/", {**CALM, "short_name": "wise"})
    assert "There is a text of this short name already." in said(ana.post("/phrases/", CALM))
    wise = kept(app)[1][0]
    clash = said(ana.post(f"/phrases/{wise}", {**CALM, "version": "1"}))
    assert "There is a text of this short name already." in clash
    assert as_user(cast.ben.email).post("/phrases/", CALM).status_code == 303
    assert [row[2] for row in kept(app)] == ["calm", "calm", "wise"]


def test_templates_are_shipped_once_and_changed_by_those_who_run_the_practice(
    app, cast, as_user, templates
):
    assert [row[2] for row in kept(app, of_people=False)] == ["dap", "response", "soap"]
    dap = kept(app, of_people=False)[0][0]
    ana, lena = as_user(cast.ana.email), as_user(cast.lena.email)
    assert "/dap" in said(ana.get("/phrases/templates"))
    assert "Add a template" not in said(ana.get("/phrases/templates"))
    assert ana.post("/phrases/templates", CALM).status_code == 404
    assert ana.get(f"/phrases/{dap}").status_code == 404
    assert lena.post("/phrases/templates", CALM).location == "/phrases/templates"
    assert lena.post(f"/phrases/{dap}/remove").location == "/phrases/templates"
    assert [row[2] for row in kept(app, of_people=False)] == ["calm", "response", "soap"]


def test_the_session_page_offers_templates_and_ones_own_over_them(
    app, cast, ana, meeting, templates
):
    with app.app_context(), writing():
        db.session.add(
            Phrase(owner_id=cast.ana.id, short_name="dap", title="Mine", text="My own way.")
        )
        db.session.commit()
    page = said(ana.get(meeting.path))
    assert 'data-text="My own way."' in page
    assert "Subjective: ___" in page and "Data: ___" not in page
    assert "As planned, 6:00 pm ET to 7:30 pm ET" in page


def test_a_blank_left_open_is_missing_before_signing(ana, save, meeting):
    save(ana, f"progress-note:{meeting.stays[0]}", "response", "Data: ___")
    assert "A blank is left open in the note of Iris H." in said(ana.get(meeting.path))
    save(ana, f"progress-note:{meeting.stays[0]}", "response", "Data: came.", "Data: ___")
    assert "A blank is left open" not in said(ana.get(meeting.path))
