"""How the database is opened: transactions say if they will write, and one writes at a time.

SQLite and PostgreSQL keep the same promise: a transaction that writes sees all that was written
before it, and nobody writes beside it; one that reads sees a single moment.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from sqlite3 import Connection as SQLiteConnection
from typing import Any

from sqlalchemy import Connection, Engine, event

from dashboard.extensions import db

# The one number that every PostgreSQL transaction that writes holds to its end.
WRITE_LOCK = 7_046_029

_writing: ContextVar[bool] = ContextVar("writing", default=False)


def start_writing() -> None:
    """Make the transactions of this context take the write lock when they begin.

    A transaction that reads first and writes later can lose another's update on SQLite, or fail
    half-way with "database is locked"; one that begins with the lock can do neither.
    """
    db.session.rollback()
    _writing.set(True)


def stop_writing() -> None:
    """Make the transactions of this context read-only ones again."""
    _writing.set(False)


@contextmanager
def writing() -> Iterator[None]:
    """Run a block whose transactions write; nothing of an earlier transaction is kept open."""
    before = _writing.get()
    start_writing()
    try:
        yield
    finally:
        _writing.set(before)


@contextmanager
def reading() -> Iterator[None]:
    """Run a block whose transactions only read, so that long work keeps nobody from writing."""
    before = _writing.get()
    db.session.rollback()
    stop_writing()
    try:
        yield
    finally:
        db.session.rollback()
        _writing.set(before)


def _on_connect(connection: Any, _record: object) -> None:
    if not isinstance(connection, SQLiteConnection):
        return
    connection.isolation_level = None  # we send BEGIN ourselves, see _on_begin
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA busy_timeout=5000")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.close()


def _on_begin(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if _writing.get() else "BEGIN")
    elif _writing.get():
        # Each statement sees what was committed before it, and so all that came before the lock.
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITE_LOCK})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def guard_engine(engine: Engine) -> None:
    """Attach the safe settings to one engine. Call once for an engine, before its first use."""
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
