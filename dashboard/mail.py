"""Letters out, through the practice's own mail server."""

import re
import smtplib
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any

SECONDS = 20
# One address and nothing beside it: no second one, no name, no line end that begins a header.
ONE_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\\\"=?]+@[^\s@<>()\[\],;:\\\"=?]+")


class MailNotSent(Exception):
    """The mail server could not be reached or did not take the letter."""


@dataclass(frozen=True)
class Letter:
    """One plain letter to one address."""

    to: str
    subject: str
    text: str


def mail_is_set_up(config: Mapping[str, Any]) -> bool:
    """Tell whether there is a mail server, a sender and an address that links can begin with."""
    return bool(config["SMTP_HOST"] and config["MAIL_FROM"] and config["PUBLIC_ADDRESS"])


def send(letter: Letter, config: Mapping[str, Any]) -> None:
    """Hand one letter to the mail server. Raises MailNotSent; nothing of the letter is in it."""
    if not ONE_ADDRESS.fullmatch(letter.to):
        raise MailNotSent("NoAddress")
    try:
        message = _message(letter, config)
        with _server(config) as server:
            server.send_message(message)
    except (OSError, smtplib.SMTPException, ValueError) as problem:
        raise MailNotSent(type(problem).__name__) from problem


def _message(letter: Letter, config: Mapping[str, Any]) -> EmailMessage:
    """Raises ValueError where a header would hold more than one line."""
    message = EmailMessage()
    message["From"], message["To"] = config["MAIL_FROM"], letter.to
    message["Subject"] = letter.subject
    # Machines that answer letters by themselves are asked not to.
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    return message


def _server(config: Mapping[str, Any]) -> smtplib.SMTP:
    place = (config["SMTP_HOST"], config["SMTP_PORT"])
    if config["SMTP_SECURITY"] == "tls":
        context = ssl.create_default_context()
        server: smtplib.SMTP = smtplib.SMTP_SSL(*place, timeout=SECONDS, context=context)
    else:
        server = smtplib.SMTP(*place, timeout=SECONDS)
    if config["SMTP_SECURITY"] == "starttls":
        server.starttls(context=ssl.create_default_context())
    if config["SMTP_USER"]:
        server.login(config["SMTP_USER"], config["SMTP_PASSWORD"])
    return server
