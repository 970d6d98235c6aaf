"""A real server for browser tests: gunicorn in its own process, on its own instance folder."""

import os
import signal
import socket
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from gunicorn.app.wsgiapp import run as run_gunicorn

from dashboard import create_app
from dashboard.extensions import db
from tests.processes import loaded

ROOT = Path(__file__).resolve().parents[2]


class Server:
    """A dashboard that can be started, killed and started again where it was."""

    def __init__(self, instance: Path, application: str = "wsgi:app", *, workers: int = 1) -> None:
        self.instance = instance
        self._command = [
            *("gunicorn", "--workers", str(workers), "--threads", "4"),
            # A connection that is closed just as it is used again fails its request.
            *("--keep-alive", "60", "--graceful-timeout", "1", "--no-control-socket", application),
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
        with socket.create_server(("127.0.0.1", self._port)) as listening:
            self._port = listening.getsockname()[1]
            given = (self._command, environment(self.instance), self.instance, listening)
            self._process = loaded.Process(target=serve, args=given)
            self._process.start()

    def kill(self) -> None:
        """End it at once, in the middle of whatever it does: its port then refuses."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._wait()

    def start_again(self) -> None:
        """Bring it back if it was left dead."""
        if not self._process.is_alive():
            self.start()

    def stop(self) -> None:
        self._process.terminate()
        self._wait()

    def _wait(self) -> None:
        self._process.join(20)
        assert not self._process.is_alive(), "the server does not end"


def serve(
    command: Sequence[str], settings: Mapping[str, str], folder: Path, listening: socket.socket
) -> None:
    """Be gunicorn, as if it had been started by this command with these settings and no others."""
    os.setsid()  # what it starts can be killed with it
    os.chdir(ROOT)
    os.environ.clear()
    os.environ.update(settings)
    with (folder / "server.log").open("ab") as log:
        for stream in (1, 2):
            os.dup2(log.fileno(), stream)
    listening.set_inheritable(True)
    sys.argv = [*command, "--bind", f"fd://{listening.fileno()}"]
    run_gunicorn()


def environment(instance: Path) -> dict[str, str]:
    """The settings of such a server and nothing of the developer's own."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("GROUPWORK_", "FLASK_"))}
    return inherited | {"GROUPWORK_INSTANCE": str(instance)}


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
