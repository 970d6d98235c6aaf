"""The author's private note, and a session that does not take place."""

from sqlalchemy import select

from dashboard.extensions import db
from dashboard.models.notes import PsychotherapyNote


def test_a_private_note_is_its_authors_alone(app, as_user, cast, ana, written):
    path = f"/notes/psychotherapy/{written.session_id}/{written.people[0]}"
    assert ana.post(path, {"text": "A dream of water.", "version": "0"}).status_code == 303
    assert "A dream of water." in ana.get(path).text
    ben = as_user(cast.ben.email)
    assert "A dream of water." not in ben.get(path).text
    for who in (cast.lena, cast.cleo, cast.max):
        assert as_user(who.email).get(path).status_code == 404
    assert ana.get(f"/notes/psychotherapy/{written.session_id}/7").status_code == 404
    assert (
        ana.post(f"/notes/psychotherapy/{written.session_id}/7", {"text": "x"}).status_code == 404
    )


def test_a_private_note_hints_keeps_both_versions_and_has_a_limit(app, ana, written):
    path = f"/notes/psychotherapy/{written.session_id}/{written.people[0]}"
    ana.post(path, {"text": "Plan: see her next week", "version": "0"})
    assert "A plan belongs in the progress note." in ana.get(path).text
    late = ana.post(path, {"text": "Second", "version": "0"}).text
    assert "in another window" in late
    assert "Second</textarea>" in late
    assert "Plan: see her next week" in late
    assert "at most 20,000" in ana.post(path, {"text": "x" * 20_001, "version": "1"}).text
    with app.app_context():
        row = db.session.scalars(select(PsychotherapyNote)).one()
        assert (row.text, row.version) == ("Plan: see her next week", 1)


def test_a_session_is_cancelled_for_a_reason_and_taken_back(app, ana, written):
    ana.post(f"{written.path}/cancel", {"reason": ""})
    assert "cancelled and counts for nobody" not in ana.get(written.path).text
    ana.post(f"{written.path}/cancel", {"reason": "Snow"})
    page = ana.get(written.path).text
    assert "counts for nobody: Snow" in page
    ana.post(f"{written.path}/reinstate")
    assert "counts for nobody: Snow" not in ana.get(written.path).text
    ana.post(f"{written.path}/sign")
    ana.post(f"{written.path}/cancel", {"reason": "Snow"})
    assert "counts for nobody: Snow" not in ana.get(written.path).text
