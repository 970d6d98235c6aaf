"""A real server for browser tests: gunicorn in its own process, on its own instance folder."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard import create_app
from dashboard.extensions import db

ROOT = Path(__file__).resolve().parents[2]
TOOLS = Path(sys.executable).parent


class Server:
    """A dashboard that can be started, killed and started again where it was."""

    def __init__(self, instance: Path, application: str = "wsgi:app", *, workers: int = 1) -> None:
        self.instance = instance
        self._command = [
            *(str(TOOLS / "gunicorn"), "--workers", str(workers), "--threads", "4"),
            *("--graceful-timeout", "1", "--no-control-socket", application),
        ]
        self._port = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Listen where it listened before, or on any free port.

        The listening socket is ours and is handed on: no port can be taken between choosing and
        using it, and the first request waits in its queue until the server is up.
        """
        with (
            socket.create_server(("127.0.0.1", self._port)) as listening,
            (self.instance / "server.log").open("ab") as log,
        ):
            self._port = listening.getsockname()[1]
            self._process = subprocess.Popen(
                [*self._command, "--bind", f"fd://{listening.fileno()}"],
                cwd=ROOT,
                env=environment(self.instance),
                pass_fds=[listening.fileno()],
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def kill(self) -> None:
        """End it at once, in the middle of whatever it does: its port then refuses."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(timeout=20)

    def start_again(self) -> None:
        """Bring it back if it was left dead."""
        if self._process.poll() is not None:
            self.start()

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=20)


def environment(instance: Path) -> dict[str, str]:
    """The settings of such a server and nothing of the developer's own."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("GROUPWORK_", "FLASK_"))}
    return inherited | {"GROUPWORK_INSTANCE": str(instance), "PYTHONWARNINGS": "default"}


def run_command(instance: Path, *command: str) -> None:
    """Run one of our commands on the practice of a folder, in this process: it starts at once."""
    app = create_app({"GROUPWORK_INSTANCE": str(instance)})
    done = app.test_cli_runner().invoke(args=command)
    assert done.exit_code == 0, f"flask {' '.join(command)}: {done.output}{done.exception!r}"
    with app.app_context():
        db.engine.dispose()


@contextmanager
def serving(instance: Path, application: str = "wsgi:app", *, workers: int = 1) -> Iterator[Server]:
    """Serve a practice that is set up until the block ends."""
    server = Server(instance, application, workers=workers)
    server.start()
    try:
        yield server
    finally:
        server.stop()
