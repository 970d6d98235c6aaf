"""An associate's notes wait for the supervisor: co-signed, or returned with a remark."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from dashboard.caseload.reach import find_group_session
from dashboard.caseload.session_page import NoteState, session_notes
from dashboard.database import writing
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.group_sessions import Substitute
from dashboard.models.notes import GroupNote, NoteReturn, ProgressNote, Signature
from dashboard.records.notes.signing import (
    add_addendum,
    cosign_note,
    return_note,
    sign_note,
)
from tests.cast import viewer_of
from tests.sessions.conftest import DURING, STARTS

ENDS = STARTS + timedelta(minutes=90)


def signatures(app):
    with app.app_context():
        return list(db.session.scalars(select(Signature)))


@pytest.fixture
def supervised(app, cast, ana, written):
    """Ana is an associate whom Lena supervises; her notes of the session are signed."""
    with app.app_context(), writing():
        db.session.get_one(User, cast.ana.id).supervisor_id = cast.lena.id
        db.session.commit()
    ana.post(f"{written.path}/sign")
    with app.app_context():
        return f"/notes/group/{db.session.scalars(select(GroupNote.id)).one()}"


def test_an_associates_notes_wait_for_the_supervisor(app, as_user, cast, ana, supervised):
    lena = as_user(cast.lena.email)
    queue = lena.get("/notes/").text
    assert queue.count("progress note") == 3
    assert supervised in queue
    assert "Co-sign these words" in lena.get(supervised).text
    assert "Co-sign these words" not in ana.get(supervised).text
    assert lena.post(f"{supervised}/cosign").status_code == 303
    assert supervised not in lena.get("/notes/").text
    assert "Co-signed by Lena Hart" in lena.get(supervised).text
    assert lena.post(f"{supervised}/cosign").status_code == 303
    assert len([each for each in signatures(app) if each.role == "cosigner"]) == 1


def test_a_supervisor_from_elsewhere_reads_the_associates_signed_notes_and_nothing_else(
    app, as_user, cast, ana, written
):
    with app.app_context(), writing():
        db.session.get_one(User, cast.ana.id).supervisor_id = cast.cleo.id
        db.session.commit()
        drafts = [f"/notes/progress/{id_}" for id_ in db.session.scalars(select(ProgressNote.id))]
    cleo = as_user(cast.cleo.email)
    assert [cleo.get(path).status_code for path in drafts] == [404, 404, 404]
    ana.post(f"{written.path}/sign")
    assert cleo.get("/notes/").text.count("progress note") == 3
    assert "Co-sign these words" in cleo.get(drafts[0]).text
    assert cleo.post(f"{drafts[0]}/cosign").status_code == 303
    assert "Co-signed by Cleo Marchetti" in cleo.get(drafts[0]).text
    private = f"/notes/psychotherapy/{written.session_id}/{written.people[0]}"
    person = f"/participants/{written.people[0]}"
    for path in (written.path, f"{written.path}/sign", private, person):
        assert cleo.get(path).status_code == 404


def test_a_note_goes_back_with_a_remark_and_is_co_signed_after_an_addendum(
    app, as_user, cast, ana, supervised
):
    lena = as_user(cast.lena.email)
    assert "Say what the author" in lena.post(f"{supervised}/return", {"remark": ""}).text
    assert lena.post(f"{supervised}/return", {"remark": "Name the skill."}).status_code == 303
    assert supervised in ana.get("/notes/").text
    assert "Name the skill." in ana.get(supervised).text
    ana.post(supervised, {"text": "The skill was STOP."})
    lena.post(f"{supervised}/cosign")
    assert "Returned to you" not in ana.get("/notes/").text
    with app.app_context(), writing():
        remark = db.session.scalars(select(NoteReturn)).one()
        remark.returned_at = DURING
        remark.sealed_remark = b"x"
        with pytest.raises(IntegrityError, match="never changed"):
            db.session.flush()


def test_only_the_supervisor_co_signs_and_nobody_else_reads(as_user, cast, ana, supervised):
    for path in (f"{supervised}/cosign", f"{supervised}/return"):
        assert ana.post(path, {"remark": "x"}).status_code == 404
    cleo = as_user(cast.cleo.email)
    assert cleo.get(supervised).status_code == 404
    assert cleo.post(supervised, {"text": "x"}).status_code == 404
    assert ana.get("/notes/group/7").status_code == 404
    assert ana.get("/notes/progress/7").status_code == 404


def test_a_substitute_reads_the_notes_of_their_session_and_of_no_other(
    app, as_user, cast, ana, written
):
    with app.app_context(), writing():
        note = db.session.scalars(select(ProgressNote)).first()
        db.session.add(Substitute(group_session_id=note.group_session_id, user_id=cast.cleo.id))
        db.session.commit()
        path = f"/notes/progress/{note.id}"
    cleo = as_user(cast.cleo.email)
    assert cleo.get(path).status_code == 200
    with app.app_context(), writing():
        db.session.execute(delete(Substitute))
        db.session.commit()
    assert cleo.get(path).status_code == 404


def test_the_lead_adds_nothing_to_notes_of_others(app, as_user, cast, ana, written):
    ana.post(f"{written.path}/sign")
    with app.app_context():
        note_id = db.session.scalars(select(ProgressNote.id)).first()
    lena = as_user(cast.lena.email)
    assert lena.get(f"/notes/progress/{note_id}").status_code == 200
    assert lena.post(f"/notes/progress/{note_id}", {"text": "x"}).status_code == 404


def test_a_draft_takes_no_addendum_and_no_co_signature(app, ana, cast, written):
    with app.app_context(), writing():
        note = db.session.scalars(select(GroupNote)).one()
        with pytest.raises(Refused, match="not signed yet"):
            add_addendum(note, "x", by=cast.ana.id, at=DURING)
        with pytest.raises(Refused, match="does not wait"):
            cosign_note(note, by=cast.lena.id, at=DURING)
        with pytest.raises(Refused, match="does not wait"):
            return_note(note, "x", by=cast.lena.id, at=DURING)
        sign_note(note, by=cast.ana.id, at=DURING, facts={})
        with pytest.raises(Refused, match="of their own"):
            cosign_note(note, by=cast.ana.id, at=DURING)


def test_each_state_of_a_note(app, as_user, cast, ana, supervised, written):
    lena = as_user(cast.lena.email)

    def state():
        with app.app_context():
            viewer = viewer_of(cast.ana, DURING)
            notes = session_notes(viewer, find_group_session(viewer, written.session_id))
            return notes.state(notes.group)

    assert state() is NoteState.AWAITING_COSIGNATURE
    lena.post(f"{supervised}/return", {"remark": "More"})
    assert state() is NoteState.RETURNED
    lena.post(f"{supervised}/cosign")
    assert state() is NoteState.SIGNED
