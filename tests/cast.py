"""The cast: Ana leads, Ben co-leads, Cleo works elsewhere, Lena is the lead, Max administers."""

from contextvars import Context
from dataclasses import dataclass
from typing import Any

from flask import Flask, session
from flask_wtf.csrf import generate_csrf
from sqlalchemy import select
from werkzeug.test import TestResponse

from dashboard.access import now
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import Role
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.records.sign_ins import begin_sign_in, user_by_email
from tests.factories import LONG_AGO, PASSWORD, unsaved_user


@dataclass(frozen=True)
class Cast:
    """The users of most tests, by first name."""

    ana: User
    ben: User
    cleo: User
    lena: User
    max: User


def make_cast() -> Cast:
    made = Cast(
        ana=unsaved_user("Ana Ruiz", credentials="LCSW"),
        ben=unsaved_user("Ben Okafor"),
        cleo=unsaved_user("Cleo Marchetti"),
        lena=unsaved_user("Lena Hart", Role.CLINICAL_LEAD),
        max=unsaved_user("Max Iverson", Role.ADMINISTRATOR),
    )
    db.session.add_all([made.ana, made.ben, made.cleo, made.lena, made.max])
    db.session.flush()
    return made


def read_cast() -> Cast:
    """Return the cast of a database that has nobody else."""
    found = db.session.scalars(select(User)).all()
    return Cast(**{user.name.split()[0].lower(): user for user in found})


def viewer_of(user: User, as_of: Any = LONG_AGO) -> Viewer:
    return Viewer(user_id=user.id, name=user.name, role=user.role, as_of=as_of)


def begun_sign_in(app: Flask, email: str) -> str:
    """Return the token of a new sign-in of somebody, as the sign-in page would."""
    with app.app_context(), writing():
        user = user_by_email(email)
        hours = app.config["SIGN_IN_HOURS"]
        token = begin_sign_in(user, device="a test", at=now(), hours=hours)
        db.session.commit()
    return token


class Browser:
    """A test client whose every request runs in a context of its own, as on a server."""

    def __init__(self, app: Flask) -> None:
        self.client = app.test_client()

    def open(self, path: str, **how: Any) -> TestResponse:
        return Context().run(self.client.open, path, **how)

    def get(self, path: str, **how: Any) -> TestResponse:
        return self.open(path, method="GET", **how)

    def post(self, path: str, data: dict[str, Any] | None = None, **how: Any) -> TestResponse:
        """Send a form, or JSON as `json=`, with the token as a page would."""
        token = self.token()
        if "json" in how:
            headers = {"X-CSRFToken": token, **how.pop("headers", {})}
            return self.open(path, method="POST", headers=headers, **how)
        return self.open(path, method="POST", data={"csrf_token": token, **(data or {})}, **how)

    def token(self) -> str:
        """Return a CSRF token of this browser's session, as every page with a form carries one."""
        app = self.client.application
        with self.client.session_transaction() as kept, app.test_request_context():
            session.update(kept)
            token = generate_csrf()
            kept.update(session)
        return token

    def signed_in(self, email: str) -> "Browser":
        """Begin a sign-in as the page does, without its form and the slow check of a password."""
        with self.client.session_transaction() as kept:
            kept["sign_in"] = Context().run(begun_sign_in, self.client.application, email)
        return self

    def sign_in(self, email: str, password: str = PASSWORD) -> "Browser":
        answer = self.post("/sign-in", {"email": email, "password": password})
        assert answer.status_code == 303, answer.get_data(as_text=True)
        return self
