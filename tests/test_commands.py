"""Setting a practice up, and looking after its keys and its trail."""

import json

import pytest
from sqlalchemy import select, text

from dashboard import create_app
from dashboard.clinical.words import Role
from dashboard.extensions import db
from dashboard.models.accounts import User
from tests.cast import Browser

INIT = ["init", "--email", "Max@Example.org", "--name", "Max Iverson"]
ADD = ["accounts", "add", "--email", "ana@example.org", "--name", "Ana", "--role", "therapist"]
ADD += ["--password", "a walk along the harbor"]
TAKEN = "Somebody has this e-mail address already."


@pytest.fixture
def fresh(tmp_path):
    app = create_app({"GROUPWORK_INSTANCE": str(tmp_path / "instance")})
    app.testing = True
    yield app
    with app.app_context():
        db.engine.dispose()


def test_an_empty_practice_has_its_first_administrator_and_safe_files(fresh, tmp_path):
    done = fresh.test_cli_runner().invoke(args=INIT)
    assert done.exit_code == 0, done.output
    password = done.output.split("shown this once: ")[1].strip()
    with fresh.app_context():
        user = db.session.scalars(select(User)).one()
        assert (user.email, user.role) == ("max@example.org", Role.ADMINISTRATOR)
    files = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "instance").iterdir()}
    assert files["keys.json"] == 0o600
    again = create_app({"GROUPWORK_INSTANCE": str(tmp_path / "instance")})
    assert Browser(again).sign_in("max@example.org", password)


def test_a_practice_with_accounts_is_left_alone(fresh):
    runner = fresh.test_cli_runner()
    runner.invoke(args=INIT)
    again = runner.invoke(args=INIT)
    assert (again.exit_code, "nothing was changed" in again.output) == (1, True)


def test_a_short_password_is_refused(fresh):
    done = fresh.test_cli_runner().invoke(args=[*INIT, "--password", "short"])
    assert (done.exit_code, done.output) == (1, "Error: Use at least 12 characters.\n")


def test_a_person_is_added_once_with_a_role(fresh):
    runner = fresh.test_cli_runner()
    runner.invoke(args=["set-up"])
    added = runner.invoke(args=ADD)
    again = runner.invoke(args=ADD)
    assert (added.exit_code, added.output) == (0, "Sign in as ana@example.org.\n")
    assert (again.exit_code, again.output) == (1, f"Error: {TAKEN}\n")


def test_setting_up_again_keeps_the_keys(fresh, tmp_path):
    path = tmp_path / "instance" / "keys.json"
    runner = fresh.test_cli_runner()
    assert runner.invoke(args=["set-up"]).exit_code == 0
    made = path.read_text()
    assert runner.invoke(args=["set-up"]).exit_code == 0
    assert path.read_text() == made
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_dashboard_that_is_not_set_up_says_how(fresh):
    answer = fresh.test_client().get("/sign-in")
    assert answer.status_code == 503


def test_keys_rotate(fresh, tmp_path):
    runner = fresh.test_cli_runner()
    assert runner.invoke(args=["keys", "rotate"]).exit_code == 1
    runner.invoke(args=["set-up"])
    assert runner.invoke(args=["keys", "rotate"]).exit_code == 0
    stored = json.loads((tmp_path / "instance" / "keys.json").read_text())
    ids = [part.split(":")[0] for part in stored["RECORD_KEYS"].split(",")]
    assert ids == ["record-2", "record-1"]


def test_the_trail_is_verified(fresh):
    runner = fresh.test_cli_runner()
    runner.invoke(args=INIT)
    fits = runner.invoke(args=["audit", "verify"])
    assert fits.exit_code == 0
    mark = fits.output.split()[-1]
    assert runner.invoke(args=["audit", "verify", "--mark", mark]).exit_code == 0
    cut_off = runner.invoke(args=["audit", "verify", "--mark", f"9{mark}"])
    assert (cut_off.exit_code, "taken away" in cut_off.output) == (1, True)
    with fresh.app_context():
        db.session.execute(text("DROP TRIGGER keep_audit_lines_as_written"))
        db.session.execute(text("UPDATE audit_lines SET action = 'x'"))
        db.session.commit()
    broken = runner.invoke(args=["audit", "verify"])
    assert (broken.exit_code, "line 1" in broken.output) == (1, True)
