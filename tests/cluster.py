"""A throw-away PostgreSQL server for tests: its own folder and socket, no port, no trace."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

ROOT = Path(__file__).resolve().parents[1]
# What survives a crash does not matter here; what two writers see of each other does.
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
NOWHERE = "-c listen_addresses="

_names = count(1)


@dataclass(frozen=True)
class Cluster:
    """A running server, reached through the socket in its folder."""

    folder: Path

    def uri(self, name: str) -> str:
        return f"postgresql+psycopg://groupwork@/{name}?host={self.folder}"

    def new_database(self, like: str | None = None) -> str:
        """Return the address of a new database: an empty one, or a copy of that at an address."""
        name = f"practice_{next(_names)}"
        template = make_url(like).database if like else "template0"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.uri(name)

    def drop(self, uri: str) -> None:
        self.run(f"DROP DATABASE {make_url(uri).database} WITH (FORCE)")

    def run(self, statement: str) -> None:
        engine = create_engine(self.uri("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()


@contextmanager
def running_cluster() -> Iterator[Cluster]:
    """Start a server and stop it at the end. Fails where there is no PostgreSQL."""
    programs = found_programs()
    folder = Path(tempfile.mkdtemp(prefix="groupwork-postgresql-"))
    data = folder / "data"
    try:
        shutil.chown(folder, owner())
        as_owner(
            programs / "initdb", "-D", data, "-U", "groupwork", "-A", "trust", "-N", "-E", "UTF8"
        )
        options = f"{FAST} {NOWHERE} -k {folder}"
        control = (programs / "pg_ctl", "-D", data, "-s", "-w", "-t", "300")
        as_owner(*control, "-l", folder / "log", "-o", options, "start")
        yield Cluster(folder)
        as_owner(*control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def found_programs() -> Path:
    done = subprocess.run(
        [ROOT / "scripts" / "find-postgresql"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, "no PostgreSQL on this machine: sudo apt-get install postgresql"
    return Path(done.stdout.strip())


def owner() -> int:
    """Who the server runs as: PostgreSQL refuses to be root."""
    if os.getuid() != 0:
        return os.getuid()
    known = {user.pw_name: user.pw_uid for user in pwd.getpwall()}
    return known.get("postgres", known["nobody"])


def as_owner(*command: str | Path) -> None:
    """Run a program of PostgreSQL's; its server must not hold our output open."""
    done = subprocess.run(
        command,
        user=owner(),
        extra_groups=[] if os.getuid() == 0 else None,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 0, f"{command} failed"
