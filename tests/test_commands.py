"""Setting a practice up, and looking after its keys and its trail."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select, text

from dashboard import create_app
from dashboard.clinical.words import Role
from dashboard.config import SettingInvalid
from dashboard.extensions import db
from dashboard.models.accounts import User
from tests.cast import Browser

ROOT = Path(__file__).parents[1]
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
    assert set(files.values()) == {0o600}
    assert {"keys.json", "groupwork.db"} <= set(files)
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


def test_a_password_that_could_not_be_typed_at_the_sign_in_page_is_refused(fresh):
    done = fresh.test_cli_runner().invoke(args=[*INIT, "--password", "x" * 201])
    assert (done.exit_code, done.output) == (1, "Error: Use at most 200 characters.\n")


@pytest.mark.parametrize(
    "command", [ADD, ["demo"], ["audit", "verify"], ["assessments", "import", __file__]]
)
def test_a_command_before_the_set_up_says_what_is_missing(fresh, command):
    done = fresh.test_cli_runner().invoke(args=command)
    missing = "Error: Nothing is set up here yet: flask --app wsgi set-up\n"
    assert (done.exit_code, done.output) == (1, missing)


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("IDLE_MINUTES", "0", "must be from 1 to 100,000, not 0"),
        ("SIGN_IN_HOURS", "9" * 20, f"must be from 1 to 10,000, not {'9' * 20}"),
        ("PORT", "１２", "must be a whole number, not '１２'"),
        ("LARGEST_UPLOAD", "5", "must be from 100,000 to 2,000,000,000, not 5"),
        ("RECORD_KEYS", "a:b", "must be keys as id:base64 of 32 bytes, with commas between"),
        ("AUDIT_KEY", "?", "must be base64"),
        ("DATABASE_URI", "somewhere", "is not an address of a database"),
    ],
)
def test_a_setting_that_cannot_be_used_stops_the_start_and_is_named(tmp_path, name, value, problem):
    runner = create_app({"GROUPWORK_INSTANCE": str(tmp_path)}).test_cli_runner()
    assert runner.invoke(args=["set-up"]).exit_code == 0
    with pytest.raises(SettingInvalid) as refused:
        create_app({"GROUPWORK_INSTANCE": str(tmp_path), f"GROUPWORK_{name}": value})
    assert str(refused.value).startswith(f"GROUPWORK_{name} {problem}")


def test_the_start_says_it_in_one_line_and_no_key(tmp_path):
    setting = {**os.environ, "GROUPWORK_INSTANCE": str(tmp_path), "GROUPWORK_SECRET_KEY": "s"}
    for name in ("RECORD_KEYS", "PSYCHOTHERAPY_KEYS", "AUDIT_KEY"):
        setting[f"GROUPWORK_{name}"] = "secret-but-wrong"
    start = [sys.executable, "-c", "import wsgi"]
    told = subprocess.run(start, env=setting, cwd=ROOT, capture_output=True, text=True, check=False)
    said = "must be keys as id:base64 of 32 bytes, with commas between."
    assert (told.returncode, told.stderr) == (
        1,
        f"Groupwork cannot start: GROUPWORK_RECORD_KEYS {said}\n",
    )


def test_a_damaged_key_file_is_named(tmp_path):
    (tmp_path / "keys.json").write_text("{half")
    with pytest.raises(SettingInvalid, match="is damaged; put your copy of it back"):
        create_app({"GROUPWORK_INSTANCE": str(tmp_path)})


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
