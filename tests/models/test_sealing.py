"""Sealed text opens in its own place only, and rotation loses nothing."""

import pytest
from sqlalchemy import text

from dashboard.extensions import db
from dashboard.models.notes import PsychotherapyNote
from dashboard.models.participants import Participant
from dashboard.models.types.keys import (
    KeyRing,
    load_secrets,
    new_secrets,
    parse_ring,
    rotated,
    stored_secrets,
    write_secrets,
)
from dashboard.models.types.sealing import SealBroken, seal, unseal
from tests.cast import make_cast
from tests.factories import LONG_AGO, make_group, make_participant

CANARY = "canary-4711"


def ring(*names: str) -> KeyRing:
    return KeyRing({name: name.encode().ljust(32, b"-") for name in names})


def test_what_is_sealed_opens_again():
    assert unseal(ring("a"), seal(ring("a"), CANARY, "notes/text/1"), "notes/text/1") == CANARY


@pytest.mark.parametrize("place", ["notes/text/2", "notes/plan/1", "flags/text/1"])
def test_it_opens_in_no_other_row_column_or_table(place):
    with pytest.raises(SealBroken):
        unseal(ring("a"), seal(ring("a"), CANARY, "notes/text/1"), place)


def test_a_changed_byte_does_not_open():
    sealed = bytearray(seal(ring("a"), CANARY, "here"))
    sealed[-1] ^= 1
    with pytest.raises(SealBroken):
        unseal(ring("a"), bytes(sealed), "here")


def test_a_new_key_seals_and_the_old_one_still_opens():
    old = seal(ring("a"), CANARY, "here")
    both = ring("b", "a")
    assert unseal(both, old, "here") == CANARY
    with pytest.raises(SealBroken):
        unseal(ring("a"), seal(both, CANARY, "here"), "here")


def test_rotation_puts_a_new_key_before_the_old_ones():
    before = new_secrets()
    after = rotated(before)
    for name in ("RECORD_KEYS", "PSYCHOTHERAPY_KEYS"):
        assert list(parse_ring(after[name]).keys.values())[1:] == list(
            parse_ring(before[name]).keys.values()
        )
    assert after["SECRET_KEY"] == before["SECRET_KEY"]


@pytest.mark.parametrize("broken", ["", "a", "a:", "a:YQ==", ":" + "A" * 44, "a:***"])
def test_a_malformed_key_is_refused(broken):
    with pytest.raises(ValueError):
        parse_ring(broken)


def test_the_key_file_is_its_owners_alone(tmp_path):
    write_secrets(tmp_path / "instance", new_secrets())
    path = tmp_path / "instance" / "keys.json"
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert load_secrets({}, tmp_path / "instance") is not None
    assert load_secrets({}, tmp_path / "elsewhere") is None
    assert stored_secrets(tmp_path / "elsewhere") == {}


def test_contact_details_are_nowhere_in_the_database_file(database, tmp_path):
    person = make_participant(email=f"{CANARY}@example.net", phone=CANARY, birth_date=CANARY)
    person_id = person.id
    db.session.commit()
    db.session.expire_all()
    assert db.session.get_one(Participant, person_id).phone == CANARY
    for path in tmp_path.glob("groupwork.db*"):
        assert CANARY.encode() not in path.read_bytes()


def test_contact_details_swapped_between_people_do_not_open(database):
    first, second = make_participant(phone="518-555-0001"), make_participant(phone="518-555-0002")
    db.session.execute(
        text("UPDATE participants SET sealed_phone = :sealed WHERE id = :id"),
        {"sealed": first.sealed_phone, "id": second.id},
    )
    db.session.expire_all()
    with pytest.raises(SealBroken):
        _ = second.phone


def test_the_same_text_again_leaves_the_row_alone_and_none_empties_it(database):
    person = make_participant(phone="518-555-0001")
    version = person.version
    person.phone = "518-555-0001"
    db.session.flush()
    assert person.version == version
    person.phone = ""
    db.session.flush()
    assert (person.phone, person.sealed_phone, person.version) == (None, None, version + 1)


def test_a_psychotherapy_note_opens_under_its_authors_key_only(database):
    people = make_cast()
    made = make_group(people.ana, people=1)
    note = PsychotherapyNote(
        author_id=people.ana.id,
        participant_id=made.enrollments[0].participant_id,
        group_session_id=made.sessions[0].id,
        written_at=LONG_AGO,
    )
    note.text = CANARY
    assert note.text == CANARY
    note.author_id = people.ben.id
    with pytest.raises(SealBroken):
        _ = note.text
