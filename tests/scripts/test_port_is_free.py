"""A port that cannot be served on is refused in one plain sentence."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "port_is_free.py"


def ask(port: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, SCRIPT, port], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr


def test_a_free_port_is_fine():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    assert ask(str(port)) == (0, "")


def test_a_taken_port_is_named_with_the_way_out():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        status, said = ask(str(port))
    assert status == 1
    assert said == (
        f"Port {port} is taken, perhaps by another Groupwork. "
        f"Stop that, or choose another: GROUPWORK_PORT={port + 1} make run\n"
    )


@pytest.mark.parametrize("port", ["0", "65536", "-1", "80a", "", "٨٠٠٠"])
def test_what_is_no_port_is_refused(port):
    status, said = ask(port)
    assert status == 1
    assert said == f"GROUPWORK_PORT is {port!r}; it must be a number from 1 to 65535.\n"
