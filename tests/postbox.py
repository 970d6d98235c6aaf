"""A real mail server for tests, and what it took."""

import socket
from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.controller import Controller


class Postbox:
    """Keeps every letter that the server takes; none while `is_full`, none for who is `unknown`."""

    def __init__(self):
        self.letters = []
        self.is_full = False
        self.unknown = set()

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if address in self.unknown:
            return "550 5.1.1 No such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802, the library's name
        if self.is_full:
            return "452 4.2.2 Mailbox full"
        letter = message_from_bytes(envelope.content, policy=default)
        self.letters.append((envelope.rcpt_tos, letter))
        return "250 Message accepted for delivery"


def free_port():
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]


@pytest.fixture
def postbox(app):
    box = Postbox()
    port = free_port()
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    app.config.update(
        SMTP_HOST="127.0.0.1",
        SMTP_PORT=port,
        SMTP_SECURITY="none",
        MAIL_FROM="groups@practice.example",
        PUBLIC_ADDRESS="https://groups.practice.example",
    )
    yield box
    server.stop()
