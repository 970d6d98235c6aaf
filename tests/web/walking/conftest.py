"""The demo practice, made once for the whole walk, and the ids in it that are somebody's."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

import pytest
from sqlalchemy import delete, select

from dashboard.clinical.words import EnrollmentStatus
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.accounts import SignIn, User
from dashboard.models.check_ins import CheckIn
from dashboard.models.flags import Flag
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Facilitator
from dashboard.models.notes import ProgressNote
from dashboard.models.participants import Enrollment, Participant
from tests.cast import Browser
from tests.databases import app_in, lay_out
from tests.web.walking.addresses import address, methods, walked

AT = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
NOWHERE = 987_654
PLANTED = "A heron stood in the marsh of"


@dataclass(frozen=True)
class Belongings:
    """One id of each kind that a therapist reaches, by the name it has in addresses."""

    ids: dict[str, int]
    names: frozenset[str]
    words: str


@dataclass(frozen=True)
class Demo:
    """The app with its demo practice, whose things are whose, and everybody's way in."""

    app: object
    passwords: dict[str, str]
    ana: Belongings
    cleo: Belongings

    def ids_of(self, key: str) -> dict[str, int | str]:
        return {**self.ana.ids, **(self.cleo.ids if key == "cleo" else {}), "key": "phq9"}

    def signed_in(self, key: str) -> Browser:
        with self.app.app_context(), writing():
            db.session.execute(delete(SignIn))
            db.session.commit()
        return Browser(self.app).sign_in(f"{key}@example.org", self.passwords[key])


@pytest.fixture(scope="session")
def demo(made_demo, tmp_path_factory):
    folder = tmp_path_factory.mktemp("walk")
    lay_out(made_demo.path, folder)
    app = app_in(folder)
    app.config["NOW"] = lambda: AT
    with app.app_context(), writing():
        made = Demo(app, made_demo.passwords, belongings("ana"), belongings("cleo"))
        db.session.commit()
    yield made
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="session")
def pages_of(demo) -> Callable[[str], dict[str, tuple[int, str]]]:
    """Return {path: (status, text)} of every page, as somebody, with ids of their own.

    Whose groups nobody leads has Ana's. They are walked once, whoever asks.
    """

    @cache
    def walk(key: str) -> dict[str, tuple[int, str]]:
        browser, found = demo.signed_in(key), {}
        for rule in walked(demo.app):
            if "GET" in methods(rule):
                path = address(rule, demo.ids_of(key), NOWHERE)
                answer = browser.get(path)
                found[path] = answer.status_code, answer.get_data(as_text=True)
                answer.close()
        return found

    return walk


def belongings(key: str) -> Belongings:
    """Return what only this therapist reaches: nobody of it is in a group of another's."""
    user = db.session.scalars(select(User).where(User.email == f"{key}@example.org")).one()
    groups = select(Facilitator.group_id).where(Facilitator.user_id == user.id)
    elsewhere = select(Enrollment.participant_id).where(Enrollment.group_id.not_in(groups))
    stays = select(Enrollment).where(
        Enrollment.group_id.in_(groups), Enrollment.participant_id.not_in(elsewhere)
    )
    stay = db.session.scalars(stays.where(Enrollment.status == EnrollmentStatus.ACTIVE)).first()
    note = plant(stay, user)
    return Belongings(
        ids=ids_around(stay, note, stays.with_only_columns(Enrollment.id)),
        names=names_only_of(stays.with_only_columns(Enrollment.participant_id)),
        words=note.response,
    )


def ids_around(stay: Enrollment, note: ProgressNote, stays) -> dict[str, int]:
    return {
        "group_id": stay.group_id,
        "participant_id": stay.participant_id,
        "enrollment_id": stay.id,
        "group_session_id": note.group_session_id,
        "note_id": note.id,
        "facilitator_id": one_of(Facilitator, Facilitator.group_id == stay.group_id),
        "flag_id": one_of(Flag, Flag.enrollment_id.in_(stays)),
        "check_in_id": one_of(CheckIn, CheckIn.enrollment_id.in_(stays)),
        "user_id": note.written_by_id,
        "number": 1,
    }


def plant(stay: Enrollment, author: User) -> ProgressNote:
    """Keep a draft with words that are nowhere else, of a session that has no note yet."""
    written = select(ProgressNote.group_session_id).where(ProgressNote.enrollment_id == stay.id)
    sessions = select(GroupSession.id).where(
        GroupSession.group_id == stay.group_id, GroupSession.id.not_in(written)
    )
    note = ProgressNote(
        group_id=stay.group_id,
        enrollment_id=stay.id,
        group_session_id=db.session.scalar(sessions.limit(1)),
        written_by_id=author.id,
        written_at=AT,
        response=f"{PLANTED} {author.name}",
    )
    db.session.add(note)
    db.session.flush()
    return note


def one_of(model, wanted) -> int:
    return db.session.scalar(select(model.id).where(wanted).limit(1)) or NOWHERE


def names_only_of(people) -> frozenset[str]:
    names = select(Participant.given_name, Participant.family_name)
    mine = set(db.session.execute(names.where(Participant.id.in_(people))))
    others = set(db.session.execute(names.where(Participant.id.not_in(people))))
    return frozenset(f"{given} {family}" for given, family in mine - others)
