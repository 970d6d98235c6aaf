"""Practices of one group each, on one server: the group meets today and is asked PHQ-9."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from zoneinfo import ZoneInfo

from flask import Flask

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.participants import Participant
from dashboard.records.library import install_library
from tests.browser.people import come_in
from tests.browser.server import Server
from tests.checkins.conftest import give_wording
from tests.factories import LONG_AGO, PASSWORD, make_group, make_user

_numbers = count(1)


@dataclass(frozen=True)
class QuietServer:
    """A server, and an app beside it that writes into the same database."""

    server: Server
    app: Flask

    @contextmanager
    def behind_it(self) -> Iterator[None]:
        """What is written within is committed, as by somebody else."""
        with self.app.app_context(), writing():
            yield
            db.session.commit()
            db.engine.dispose()


@dataclass(frozen=True)
class Practice:
    """Where it is served, who leads the group, and the session of today."""

    at: QuietServer
    email: str
    group_session_id: int
    names: list[str]

    @property
    def server(self) -> Server:
        return self.at.server

    def sign_in(self, context):
        return come_in(context.new_page(), self.server.address, self.email, PASSWORD)


def ask_in_our_words(quiet):
    """Lay in the shipped library, and give PHQ-9 the words of these tests."""
    with quiet.behind_it():
        install_library(at=LONG_AGO)
        give_wording("phq9")


def write_practice(quiet):
    """A therapist with a group that no other test knows of."""
    with quiet.behind_it():
        number = next(_numbers)
        ana = make_user(f"Ana{number} Ruiz")
        zone, today = where_it_is_five()
        made = make_group(ana, people=2, name=f"Quiet evening {number}", starts_on=today, zone=zone)
        names = []
        for stay in made.enrollments:
            person = db.session.get_one(Participant, stay.participant_id)
            person.birth_date = "1990-05-17"
            names.append(person.short_name)
        return Practice(quiet, ana.email, made.sessions[0].id, names)


def where_it_is_five():
    """A zone where it is past five in the afternoon, so that the group meets soon.

    Such zones have the sign the other way round: Etc/GMT+4 is four hours behind.
    """
    now = datetime.now(UTC)
    behind = now.hour - 17 if now.hour >= 3 else now.hour + 7
    zone = f"Etc/GMT{behind:+d}"
    return zone, now.astimezone(ZoneInfo(zone)).date()
