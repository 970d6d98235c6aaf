"""The PostgreSQL that tests start: the one that is named, else the one on the path."""

import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "find-postgresql"


@pytest.fixture
def installed(tmp_path):
    """A folder with the two programs that make a server and start it."""
    for name in ("initdb", "pg_ctl"):
        program = tmp_path / name
        program.write_text("#!/bin/sh\n", encoding="utf-8")
        program.chmod(0o755)
    return tmp_path


def find(folder: Path | str, **named: str) -> tuple[int, str]:
    done = subprocess.run(
        ["/bin/bash", SCRIPT],
        env={"PATH": str(folder), **named},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout.strip()


def test_the_one_on_the_path_is_found(installed):
    assert find(installed) == (0, str(installed))


def test_the_one_that_is_named_comes_first(installed, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert find(elsewhere, GROUPWORK_POSTGRESQL=str(installed)) == (0, str(installed))


def test_a_folder_with_half_of_it_is_not_replaced_by_another(installed, tmp_path_factory):
    half = tmp_path_factory.mktemp("half")
    (half / "initdb").touch(mode=0o755)
    assert find(installed, GROUPWORK_POSTGRESQL=str(half)) == (1, "")
