"""Signing in, staying in, and being out again."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from dashboard.access import now
from dashboard.accounts.onward import safe_path
from dashboard.extensions import db
from dashboard.models.accounts import SignIn, SignInAttempt, User
from dashboard.models.trail import AuditLine
from tests.cast import Browser
from tests.factories import PASSWORD

NEW = "another long pass phrase"


def lines_of(app, action) -> int:
    with app.app_context():
        query = select(func.count()).select_from(AuditLine).where(AuditLine.action == action)
        return db.session.scalar(query)


def test_the_right_password_opens_the_account_and_leaves_a_line(app, cast, browser):
    page = browser.sign_in(cast.ana.email).get("/account")
    assert page.status_code == 200
    assert "Ana Ruiz, LCSW" in page.get_data(as_text=True)
    assert lines_of(app, "sign in") == 1


@pytest.mark.parametrize(
    ("email", "password"),
    [("ana@example.org", "wrong"), ("nobody@example.org", PASSWORD), ("off@example.org", PASSWORD)],
)
def test_every_wrong_sign_in_is_answered_alike(app, cast, browser, email, password):
    with app.app_context():
        db.session.get_one(User, cast.ben.id).email = "off@example.org"
        db.session.get_one(User, cast.ben.id).deactivated_at = now()
        db.session.commit()
    answer = browser.post("/sign-in", {"email": email, "password": password})
    text = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert "This e-mail and password do not fit together." in text
    assert f'value="{email}"' in text


def test_the_eleventh_try_waits_even_with_the_right_password(cast, browser):
    for _ in range(10):
        browser.post("/sign-in", {"email": cast.ana.email, "password": "wrong"})
    answer = browser.post("/sign-in", {"email": cast.ana.email, "password": PASSWORD})
    assert answer.status_code == 429


def test_the_limit_leaves_one_line(app, cast, browser):
    for _ in range(12):
        browser.post("/sign-in", {"email": cast.ana.email, "password": "wrong"})
    assert lines_of(app, "sign-in limit") == 1


def test_right_passwords_are_not_counted_as_tries(app, cast, as_user):
    for _ in range(3):
        as_user(cast.ana.email)
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(SignInAttempt)) == 0


def test_an_empty_form_says_what_is_missing(browser):
    text = browser.post("/sign-in", {"email": "", "password": ""}).get_data(as_text=True)
    assert "Type your e-mail address." in text
    assert "Type your password." in text


def test_a_copied_cookie_is_dead_after_sign_out(app, cast, as_user):
    ana = as_user(cast.ana.email)
    copied = ana.client.get_cookie("groupwork").value
    assert ana.post("/sign-out").status_code == 303
    thief = Browser(app)
    thief.client.set_cookie("groupwork", copied)
    assert thief.get("/account").status_code == 303


def test_only_ones_own_sign_ins_can_be_ended(app, cast, as_user):
    ana, ben = as_user(cast.ana.email), as_user(cast.ben.email)
    with app.app_context():
        of_ben = db.session.scalars(select(SignIn.id).where(SignIn.user_id == cast.ben.id)).one()
    assert ana.post(f"/account/sign-ins/{of_ben}/end").status_code == 404
    assert ben.post(f"/account/sign-ins/{of_ben}/end").status_code == 303
    assert ben.get("/account").status_code == 303


def test_a_new_password_ends_the_other_sign_ins(app, cast, as_user):
    here, elsewhere = as_user(cast.ana.email), as_user(cast.ana.email)
    answer = here.post("/account/password", {"current": PASSWORD, "new": NEW})
    assert answer.status_code == 303
    assert here.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 303
    assert Browser(app).sign_in(cast.ana.email, NEW).get("/account").status_code == 200


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"current": "wrong", "new": NEW}, "This is not the password that you have now."),
        ({"current": PASSWORD, "new": "short"}, "Use 12 to 200 characters."),
    ],
)
def test_a_refused_password_says_why(cast, as_user, typed, message):
    page = as_user(cast.ana.email).post("/account/password", typed)
    assert message in page.get_data(as_text=True)


def test_an_open_screen_cannot_be_asked_for_the_password_again_and_again(app, cast, as_user):
    ana = as_user(cast.ana.email)
    typed = {"current": "a guess at the password", "new": "another long one"}
    for _ in range(10):
        assert "not the password that you have" in ana.post("/account/password", typed).text
    page = ana.post("/account/password", {**typed, "current": PASSWORD}).text
    assert "Too many tries. Wait 15 minutes" in page
    assert lines_of(app, "sign-in limit") == 1
    assert ana.post("/sign-in", {"email": cast.ana.email, "password": PASSWORD}).status_code == 429


def test_a_right_password_is_no_guess_when_it_is_changed(app, cast, as_user):
    as_user(cast.ana.email).post("/account/password", {"current": PASSWORD, "new": NEW})
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(SignInAttempt)) == 0


def test_an_idle_sign_in_ends_and_background_saves_do_not_keep_it(app, cast, as_user):
    ana = as_user(cast.ana.email)
    began = now_of(app)
    for minutes in (30, 59):
        app.config["NOW"] = lambda m=minutes: began + timedelta(minutes=m)
        answer = ana.get("/account", headers={"X-Background": "yes"})
        assert answer.status_code == 200
    app.config["NOW"] = lambda: began + timedelta(minutes=61)
    assert ana.get("/account").status_code == 303


def test_a_page_that_is_opened_keeps_the_sign_in(app, cast, as_user):
    ana = as_user(cast.ana.email)
    began = now_of(app)
    for minutes in (50, 100):
        app.config["NOW"] = lambda m=minutes: began + timedelta(minutes=m)
        assert ana.get("/account").status_code == 200


def now_of(app):
    with app.app_context():
        return now()


@pytest.mark.parametrize("target", ["/groups/3", "/outcomes?from=2026-01-01"])
def test_pages_of_ours_are_gone_on_to(target):
    assert safe_path(target, "/") == target


@pytest.mark.parametrize(
    "target",
    [
        *(None, "", "//evil.example", "///evil", "/\\evil", "https://evil.example", "groups"),
        *("/a\tb", "/a\nb", "/sign-out", "/" + "x" * 500),
    ],
)
def test_nothing_else_is(target):
    assert safe_path(target, "/") == "/"
