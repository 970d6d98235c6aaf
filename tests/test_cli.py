"""Setting up, adding people, changing keys and checking the trail from the command line."""

import json
import stat

import pytest

from dashboard import create_app
from dashboard.extensions import db
from tests.cast import Browser

LONG = "a walk along the harbor"
INIT = ("init", "--email", "Lena@Example.org", "--name", "Lena Hart")


@pytest.fixture
def run(tmp_path):
    """Return a function that runs one command in a folder of its own: (exit code, output)."""
    apps = []

    def command(*words):
        apps.append(create_app({"GROUPWORK_INSTANCE": str(tmp_path / "instance")}))
        result = apps[-1].test_cli_runner().invoke(args=list(words))
        return result.exit_code, result.output

    yield command
    for app in apps:
        with app.app_context():
            db.engine.dispose()


def mode(path) -> str:
    return oct(stat.S_IMODE(path.stat().st_mode))


def test_set_up_makes_keys_that_only_their_owner_reads_and_keeps_them(run, tmp_path):
    folder = tmp_path / "instance"
    assert run("set-up")[0] == 0
    made = (folder / "keys.json").read_text()
    assert (mode(folder), mode(folder / "keys.json")) == ("0o700", "0o600")
    assert run("set-up")[0] == 0
    assert (folder / "keys.json").read_text() == made


def test_the_first_administrator_can_sign_in_with_the_password_shown_once(run, tmp_path):
    code, output = run(*INIT)
    password = output.split("Password, shown this once: ")[1].splitlines()[0]
    assert code == 0
    app = create_app({"GROUPWORK_INSTANCE": str(tmp_path / "instance")})
    page = Browser(app).sign_in("lena@example.org", password).get("/account")
    assert "Lena Hart, Administrator" in page.get_data(as_text=True)
    with app.app_context():
        db.engine.dispose()


def test_a_practice_begins_only_once(run):
    assert run(*INIT, "--password", LONG)[0] == 0
    code, output = run(*INIT, "--password", LONG)
    assert (code, output) == (
        1,
        "Error: This practice has accounts already; nothing was changed.\n",
    )


def test_somebody_is_added_with_a_role(run):
    run("set-up")
    words = ("--email", "ana@example.org", "--name", "Ana", "--role", "therapist")
    added = run("accounts", "add", *words, "--password", LONG)
    again = run("accounts", "add", *words, "--password", LONG)
    assert added == (0, "Sign in as ana@example.org.\n")
    assert again == (1, "Error: Somebody has this e-mail address already.\n")


def test_keys_change_and_old_ones_stay(run, tmp_path):
    assert run("keys", "rotate")[0] == 1
    run("set-up")
    path = tmp_path / "instance" / "keys.json"
    before = json.loads(path.read_text())["RECORD_KEYS"]
    assert run("keys", "rotate")[0] == 0
    after = json.loads(path.read_text())["RECORD_KEYS"]
    assert after.startswith("record-2:") and after.endswith("," + before)


def test_the_trail_is_checked(run, tmp_path):
    run(*INIT, "--password", LONG)
    assert run("audit", "verify") == (0, "The trail fits, from its first line to its last.\n")
    path = tmp_path / "instance" / "keys.json"
    stored = json.loads(path.read_text())
    path.write_text(json.dumps({**stored, "AUDIT_KEY": "AAAA" * 10 + "AAA="}))
    assert run("audit", "verify") == (1, "Error: The trail does not fit from line 1 on.\n")
