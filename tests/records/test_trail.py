"""The trail is one chain that shows every change."""

from datetime import UTC, datetime

from sqlalchemy import text

from dashboard.extensions import db
from dashboard.records.trail import FIRST_HASH, first_broken_line, write_audit_line

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
