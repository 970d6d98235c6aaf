"""Says plainly when the port that the dashboard would use is not a port, or is taken."""

import os
import socket
import sys


def problem_with(port: str) -> str | None:
    """Return what is wrong with `port` in one sentence, or None when it can be served on."""
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        return f"GROUPWORK_PORT is {port!r}; it must be a number from 1 to 65535."
    with socket.socket() as probe:
        # As gunicorn binds: a port that a stopped server has just left is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(port)))
        except PermissionError:
            return f"Port {port} needs an administrator. Choose a higher one: GROUPWORK_PORT=8000"
        except OSError:
            return (
                f"Port {port} is taken, perhaps by another Groupwork. "
                f"Stop that, or choose another: GROUPWORK_PORT={int(port) % 65535 + 1} make run"
            )
    return None


if __name__ == "__main__":
    if sentence := problem_with(sys.argv[1]):
        sys.stderr.write(sentence + os.linesep)
        sys.exit(1)
