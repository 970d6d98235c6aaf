"""A letter goes to one address, and no address can be more than that."""

import pytest

from dashboard.mail import Letter, MailNotSent, send

CONFIG = {
    "SMTP_HOST": "127.0.0.1",
    "SMTP_PORT": 1,
    "SMTP_SECURITY": "none",
    "SMTP_USER": "",
    "MAIL_FROM": "groups@practice.example",
}


@pytest.mark.parametrize(
    "address",
    [
        "p1@mail.example,spy@mail.example",
        "p1@mail.example;spy@mail.example",
        "p1@mail.example\nBcc: spy@mail.example",
        "=?utf-8?q?p1=0aBcc:?=@mail.example",
        "Spy <spy@mail.example>",
        "group:spy@mail.example;",
        "@",
        "p1@",
        "<",
        "",
    ],
)
def test_what_is_not_one_address_is_refused_before_anybody_is_asked(address):
    with pytest.raises(MailNotSent, match="NoAddress"):
        send(Letter(address, "Your check-in is ready", "..."), CONFIG)


def test_a_subject_cannot_bring_a_header_along():
    letter = Letter("p1@mail.example", "Ready\nBcc: spy@mail.example", "...")
    with pytest.raises(MailNotSent, match="ValueError"):
        send(letter, CONFIG)
