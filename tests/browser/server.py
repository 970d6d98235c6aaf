"""A real server for browser tests: gunicorn in its own process, on its own instance folder."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOLS = Path(sys.executable).parent


@dataclass(frozen=True)
class Server:
    """Where a running dashboard answers, and the folder with its database and secrets."""

    address: str
    instance: Path

    def flask(self, *command: str) -> str:
        """Run one of our commands on this server's practice and return what it printed."""
        return run_flask(self.instance, *command)


def environment(instance: Path) -> dict[str, str]:
    """The settings of such a server and nothing of the developer's own."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("GROUPWORK_", "FLASK_"))}
    return inherited | {"GROUPWORK_INSTANCE": str(instance), "PYTHONWARNINGS": "default"}


def run_flask(instance: Path, *command: str) -> str:
    done = subprocess.run(
        [TOOLS / "flask", "--app", "wsgi", *command],
        cwd=ROOT,
        env=environment(instance),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"flask {' '.join(command)}: {done.stdout}{done.stderr}"
    return done.stdout


@contextmanager
def serving(instance: Path, application: str = "wsgi:app", *, workers: int = 1) -> Iterator[Server]:
    """Serve a practice that is set up until the block ends.

    The listening socket is ours and is handed on: no port can be taken between choosing and using
    it, and the first request waits in its queue until the server is up.
    """
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        with (instance / "server.log").open("wb") as log:
            process = subprocess.Popen(
                [
                    *(TOOLS / "gunicorn", "--bind", f"fd://{listening.fileno()}"),
                    *("--workers", str(workers), "--threads", "4", "--graceful-timeout", "1"),
                    *("--no-control-socket", application),
                ],
                cwd=ROOT,
                env=environment(instance),
                pass_fds=[listening.fileno()],
                stdout=log,
                stderr=log,
            )
        try:
            yield Server(f"http://127.0.0.1:{port}", instance)
        finally:
            process.terminate()
            process.wait(timeout=20)
