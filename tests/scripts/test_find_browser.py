"""The browser that tests drive: the one that is named, else the first one on the path."""

import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "find-browser"


@pytest.fixture
def installed(tmp_path):
    """Put a program of this name into a folder of its own, and return its path."""

    def install(name: str) -> Path:
        program = tmp_path / name
        program.write_text("#!/bin/sh\n", encoding="utf-8")
        program.chmod(0o755)
        return program

    return install


def find(folder: Path, **named: str) -> tuple[int, str]:
    done = subprocess.run(
        ["/bin/bash", SCRIPT],
        env={"PATH": str(folder), **named},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout.strip()


def test_nothing_is_found_where_nothing_is(tmp_path):
    assert find(tmp_path) == (1, "")


@pytest.mark.parametrize(
    "name",
    [
        *("chromium-headless-shell", "chromium", "chromium-browser"),
        *("google-chrome", "google-chrome-stable"),
    ],
)
def test_each_usual_name_is_found(installed, name):
    program = installed(name)
    assert find(program.parent) == (0, str(program))


def test_the_shell_comes_before_the_browser_around_it(installed):
    installed("chromium")
    shell = installed("chromium-headless-shell")
    assert find(shell.parent) == (0, str(shell))


def test_the_one_that_is_named_comes_first(installed):
    installed("chromium")
    own = installed("my-browser")
    assert find(own.parent, GROUPWORK_CHROMIUM=str(own)) == (0, str(own))


def test_a_name_that_is_no_program_is_not_replaced_by_another(installed):
    program = installed("chromium")
    assert find(program.parent, GROUPWORK_CHROMIUM="/nowhere/chrome") == (1, "")
