"""Two people, two windows, stale pages: nobody is overwritten unseen, nothing typed is lost."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.caseload.reach import find_group_session
from dashboard.database import writing
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession, Substitute
from dashboard.models.trail import AuditLine
from dashboard.records.session_entries import (
    Entry,
    EntryConflict,
    EntrySaved,
    Writer,
    read_entry,
    write_entry,
)
from tests.cast import viewer_of
from tests.factories import make_group
from tests.sessions.conftest import DURING


def values(browser, meeting):
    return browser.get(f"{meeting.path}/entries").json["values"]


def test_who_was_first_is_not_overwritten_unseen(as_user, cast, ana, save, meeting):
    target = f"progress-note:{meeting.stays[0]}"
    ben = as_user(cast.ben.email)
    save(ben, target, "response", "Ben's words")
    result = save(ana, target, "response", "Ana's words")
    assert (result["status"], result["theirs"], result["by"]) == (
        "conflict",
        "Ben's words",
        cast.ben.name,
    )
    assert values(ana, meeting)[f"{target}.response"] == "Ben's words"
    assert save(ana, target, "response", "Ana's words", "Ben's words")["status"] == "saved"


def test_a_conflict_over_a_skill_names_nobody(as_user, cast, ana, save, meeting):
    field = str(meeting.skill_id)
    save(ana, "skills", field, "taught")
    result = save(ana, "skills", field, "", "something else")
    assert (result["status"], result["by"]) == ("conflict", "Somebody else")


def test_sending_the_same_again_is_saved_and_leaves_one_line(app, ana, save, meeting):
    for _ in range(2):
        assert save(ana, "group-note", "topic", "Sleep")["status"] == "saved"
    with app.app_context():
        lines = db.session.query(AuditLine).filter_by(action="write group note").count()
    assert lines == 1


@pytest.mark.parametrize(
    "sent",
    [
        None,
        [],
        {"entries": []},
        {"entries": ["x"]},
        {"entries": [{"target": "group-note", "field": "topic", "value": 3, "base": ""}]},
        {"entries": [{"target": "group-note"}] * 201},
    ],
)
def test_what_no_page_of_ours_sends_is_not_understood(ana, meeting, sent):
    assert ana.post(f"{meeting.path}/entries", json=sent).status_code == 400


def test_others_neither_read_nor_write(app, as_user, cast, meeting):
    entry = {"target": "group-note", "field": "topic", "value": "x", "base": ""}
    for who in (cast.cleo, cast.max):
        other = as_user(who.email)
        assert other.get(meeting.path).status_code == 404
        assert other.get(f"{meeting.path}/entries").status_code == 404
        assert other.post(f"{meeting.path}/entries", json={"entries": [entry]}).status_code == 404
    lena = as_user(cast.lena.email)
    assert lena.get(meeting.path).status_code == 200
    assert lena.post(f"{meeting.path}/entries", json={"entries": [entry]}).status_code == 404


def test_a_substitute_writes_at_that_session_alone(app, as_user, cast, save, meeting):
    with app.app_context(), writing():
        db.session.add(Substitute(group_session_id=meeting.session_id, user_id=cast.cleo.id))
        db.session.commit()
    cleo = as_user(cast.cleo.email)
    assert save(cleo, "group-note", "topic", "Sleep")["status"] == "saved"
    assert cleo.get(f"/sessions/{meeting.earlier_id}").status_code == 404


def test_a_person_of_another_group_has_no_row_here(app, cast, ana, save, meeting):
    with app.app_context(), writing():
        stranger = make_group(cast.ana, people=1, name="Elsewhere").enrollments[0].id
        db.session.commit()
    assert save(ana, f"attendance:{stranger}", "mark", "present")["status"] == "refused"
    assert save(ana, f"progress-note:{stranger}", "plan", "x")["status"] == "refused"


def test_reading_one_place(app, cast, meeting):
    with app.app_context():
        group_session = find_group_session(viewer_of(cast.ana, DURING), meeting.session_id)
        assert read_entry(group_session, "group-session", "homework_set") == ""
        with pytest.raises(Refused):
            read_entry(group_session, "group-session", "cancelled_at")


TEXTS = st.sampled_from(["", "a", "b", "c"])


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=8))
def test_no_order_of_saves_and_retries_loses_or_invents_text(app, cast, meeting, sent):
    """What is kept changes only by a save that saw it; every other save is told what is there."""
    with app.app_context(), writing():
        group_session = find_group_session(viewer_of(cast.ana, DURING), meeting.session_id)
        kept, writer = "", Writer(cast.ana.id, DURING)
        for value, base in sent:
            entry = Entry("group-note", "themes", value, base)
            (result,) = write_entry(group_session, entry, writer)
            if value == kept or base == kept:
                kept = value
                assert isinstance(result, EntrySaved)
            else:
                assert isinstance(result, EntryConflict)
                assert result.theirs == kept
            assert read_entry(group_session, "group-note", "themes") == kept
        db.session.rollback()


def test_a_page_sent_whole_saves_what_was_changed(ana, meeting, app):
    page = ana.get(meeting.path).text
    assert "Evening skills" in page
    stay = meeting.stays[0]
    shown = {f"base:{name}": value for name, value in values(ana, meeting).items()}
    same = {name.removeprefix("base:"): value for name, value in shown.items()}
    typed = {
        **shown,
        **same,
        f"attendance:{stay}.mark": "late",
        f"attendance:{stay}.minutes_attended": "80",
        "group-note.topic": "One\r\nTwo",
    }
    assert ana.post(meeting.path, typed).status_code == 303
    kept = values(ana, meeting)
    assert kept[f"attendance:{stay}.minutes_attended"] == "80"
    assert kept["group-note.topic"] == "One\nTwo"
    assert ana.post(meeting.path, {}).status_code == 303


def test_a_page_sent_whole_keeps_what_was_typed_where_it_cannot_be_saved(ana, save, meeting):
    save(ana, "group-note", "topic", "First")
    typed = {
        "base:group-note.topic": "",
        "group-note.topic": "Second",
        "base:group-session.started_at": "",
        "group-session.started_at": "soon",
    }
    page = ana.post(meeting.path, typed).text
    assert "2 of your changes could not be saved" in page
    assert "Somebody else has written here since: First" in page
    assert "Second</textarea>" in page
    assert 'value="soon"' in page


def test_a_three_megabyte_note_is_answered_plainly(ana, save, meeting):
    result = save(ana, "group-note", "themes", "x" * 3_000_000)
    assert "this one has 3,000,000" in result["message"]


def test_the_session_is_read_with_its_row(app, meeting):
    with app.app_context():
        assert db.session.get_one(GroupSession, meeting.session_id).week == 2
