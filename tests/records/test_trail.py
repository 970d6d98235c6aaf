"""The trail is one chain that shows every change."""

from datetime import UTC, datetime

from sqlalchemy import select, text

from dashboard.extensions import db
from dashboard.models.trail import AuditLine
from dashboard.records.trail import (
    FIRST_HASH,
    first_broken_line,
    holds_mark,
    trail_mark,
    write_audit_line,
    write_audit_lines,
)

AT = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)


def write_three():
    lines = [
        write_audit_line(by=None, at=AT, action=f"step {n}", subject="practice", subject_id=1)
        for n in range(3)
    ]
    db.session.commit()
    return lines


def test_each_line_holds_the_hash_of_the_line_before(database):
    first, second, third = write_three()
    assert first.previous_hash == FIRST_HASH
    assert (second.previous_hash, third.previous_hash) == (first.hash, second.hash)


def test_many_lines_at_once_are_the_same_chain(database):
    write_three()
    of_each = [{"subject_id": n, "participant_id": None, "detail": {}} for n in range(3)]
    write_audit_lines(of_each, by=None, at=AT, action="step", subject="practice")
    write_three()
    assert first_broken_line() is None
    lines = db.session.scalars(select(AuditLine).order_by(AuditLine.id)).all()
    assert [line.id for line in lines] == list(range(1, 10))
    assert [line.previous_hash for line in lines[1:]] == [line.hash for line in lines[:-1]]


def test_an_untouched_trail_fits(database):
    write_three()
    assert first_broken_line() is None


def test_a_changed_line_shows(database):
    write_three()
    db.session.execute(text("DROP TRIGGER keep_audit_lines_as_written"))
    db.session.execute(text("UPDATE audit_lines SET action = 'nothing' WHERE id = 2"))
    db.session.expire_all()
    assert first_broken_line() == 2


def test_a_removed_line_shows(database):
    write_three()
    db.session.execute(text("DROP TRIGGER keep_audit_lines"))
    db.session.execute(text("DELETE FROM audit_lines WHERE id = 1"))
    assert first_broken_line() == 2


def test_lines_that_changed_places_show(database):
    write_three()
    db.session.execute(text("DROP TRIGGER keep_audit_lines_as_written"))
    for old, new in ((2, 9), (3, 2), (9, 3)):
        places = {"new": new, "old": old}
        db.session.execute(text("UPDATE audit_lines SET id = :new WHERE id = :old"), places)
    db.session.expire_all()
    assert first_broken_line() == 2


def test_a_trail_that_was_cut_off_fits_but_does_not_hold_the_mark(database):
    assert (trail_mark(), holds_mark("")) == ("", False)
    lines = write_three()
    earlier, noted = f"2-{lines[1].hash[:16]}", trail_mark()
    assert noted == f"3-{lines[2].hash[:16]}"
    assert (holds_mark(earlier), holds_mark(noted)) == (True, True)
    db.session.execute(text("DROP TRIGGER keep_audit_lines"))
    db.session.execute(text("DELETE FROM audit_lines WHERE id = 3"))
    db.session.expire_all()
    assert first_broken_line() is None
    assert (holds_mark(earlier), holds_mark(noted)) == (True, False)


def test_a_line_written_in_the_place_of_one_cut_off_is_not_the_one_noted(database):
    write_three()
    noted = trail_mark()
    db.session.execute(text("DROP TRIGGER keep_audit_lines"))
    db.session.execute(text("DELETE FROM audit_lines WHERE id = 3"))
    db.session.expire_all()
    write_audit_line(by=None, at=AT, action="another", subject="practice", subject_id=1)
    assert (first_broken_line(), holds_mark(noted)) == (None, False)
