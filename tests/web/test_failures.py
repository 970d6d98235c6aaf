"""What a person reads when something went wrong, and what they never read."""

import io

import pytest
from sqlalchemy.orm.exc import StaleDataError

from dashboard.errors import Conflict, NotOnCaseload, Refused

SECRET = "postgresql://groupwork:s3cret@db"


ERRORS = {
    "refused": Refused("The session has not begun."),
    "conflict": Conflict("Ben saved first.", theirs="Ben's text"),
    "stale": StaleDataError(),
    "foreign": NotOnCaseload(),
    "bug": RuntimeError(SECRET),
}
PAGE = "/groups/new"


@pytest.fixture
def failing(app, cast, as_user, monkeypatch):
    """Return what opens Ana's browser on an app where one page fails in a way of `ERRORS`."""
    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.testing = False

    def fail(name):
        def view():
            raise ERRORS[name]

        monkeypatch.setitem(app.view_functions, "groups.new", view)
        return as_user(cast.ana.email)

    return fail


@pytest.mark.parametrize(
    ("name", "status", "text"),
    [
        ("refused", 400, "The session has not begun."),
        ("conflict", 409, "Someone else changed this first"),
        ("stale", 409, "Someone else changed this first"),
        ("foreign", 404, "There is nothing here for you"),
        ("bug", 500, "Something broke on our side"),
    ],
)
def test_each_failure_has_its_page(failing, name, status, text):
    answer = failing(name).get(PAGE)
    assert answer.status_code == status
    assert text in answer.get_data(as_text=True)
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_page_of_somebody_else_is_the_page_that_is_not_there(failing):
    ana = failing("foreign")
    foreign, missing = ana.get(PAGE), ana.get("/nothing")
    assert (foreign.status_code, foreign.data) == (missing.status_code, missing.data)


@pytest.mark.parametrize("name", ["refused", "conflict"])
def test_what_was_typed_comes_back_without_passwords(failing, name):
    typed = {"progress_note": "Typed for an hour", "new_password": "hush hush hush"}
    text = failing(name).post(PAGE, typed).get_data(as_text=True)
    assert "Progress note" in text
    assert "Typed for an hour" in text
    assert "hush" not in text


def test_a_bug_tells_nobody_what_it_was(failing):
    ana = failing("bug")
    assert SECRET not in ana.get(PAGE).get_data(as_text=True)
    told = ana.get(PAGE, headers={"Accept": "application/json"})
    assert told.json == {"error": 500, "message": ""}


def test_a_script_reads_the_reason(failing):
    answer = failing("refused").get(PAGE, headers={"X-Requested-With": "fetch"})
    assert answer.json == {"error": 400, "message": "The session has not begun."}


def test_what_is_too_large_is_said_plainly(app, cast, as_user):
    ana = as_user(cast.ana.email)
    app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_FORM_MEMORY_SIZE"] = 500
    answer = ana.open("/account/password", method="POST", data={"current": "x" * 501})
    assert answer.status_code == 413
    assert "too large" in answer.get_data(as_text=True)


def test_an_hour_of_typing_outlives_the_sign_in(cast, as_user):
    ana = as_user(cast.ana.email)
    ana.post("/sign-out")
    page = {"Referer": "http://localhost/groups/3"}
    answer = ana.post("/account/password", {"note": "An hour of typing"}, headers=page)
    text = answer.get_data(as_text=True)
    assert answer.status_code == 401
    assert "An hour of typing" in text
    assert 'href="/groups/3">Open the page again' in text


@pytest.mark.parametrize("before", ["http://evil.example/x", "nonsense", "http://localhost"])
def test_the_way_back_never_leads_elsewhere(cast, as_user, before):
    ana = as_user(cast.ana.email)
    answer = ana.open(
        "/account/password", method="POST", data={"a": "b"}, headers={"Referer": before}
    )
    assert 'href="/">Open the page again' in answer.get_data(as_text=True)


def test_a_file_of_an_expired_page_is_named_to_be_chosen_again(cast, as_user):
    ana = as_user(cast.ana.email)
    ana.post("/sign-out")
    carried = {"csrf_token": "x", "signed_file": "c2VhbGVk.x", "file_name": "wording.json"}
    answer = ana.open("/measures/phq9/wording", method="POST", data=carried)
    text = answer.get_data(as_text=True)
    assert answer.status_code == 401
    assert "Choose again: wording.json." in text
    assert "c2VhbGVk" not in text
    assert "textarea" not in text
    dropped = {"file": (io.BytesIO(b"a,b\n"), "mood.csv")}
    answer = ana.open("/imports/", method="POST", data=dropped)
    assert "Choose again: mood.csv." in answer.get_data(as_text=True)
