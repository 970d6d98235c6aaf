"""No update is lost, and a write never starts as a read."""

import threading

from sqlalchemy import text

from dashboard.clinical.words import Role
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.accounts import User
from tests.factories import make_user

THREADS, TIMES = 4, 50


def test_reading_then_writing_from_four_threads_loses_nothing(app):
    with app.app_context(), writing():
        user_id = make_user("Max Iverson", Role.ADMINISTRATOR, credentials="0").id
        db.session.commit()

    def add_ones():
        for _ in range(TIMES):
            with app.app_context(), writing():
                user = db.session.get_one(User, user_id)
                user.credentials = str(int(user.credentials) + 1)
                db.session.commit()

    threads = [threading.Thread(target=add_ones) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with app.app_context():
        user = db.session.get_one(User, user_id)
        assert (user.credentials, user.version) == (str(THREADS * TIMES), THREADS * TIMES + 1)


def test_connections_are_opened_safely(database):
    asked = ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
    values = [db.session.scalar(text(f"PRAGMA {name}")) for name in asked]
    assert values == ["wal", 1, 2, 5000]
