"""What is open to people who are not signed in is declared here, and nothing else is."""

import pytest

from tests.cast import Browser

PUBLIC = {
    "accounts.sign_in",
    "again.sign_in_again",
    "again.token",
    "assets.file",
    "assets.plotly_style",
    "bootstrap.static",
    "calendar.read",
    *(f"checkin.{view}" for view in ("all_questions", "answers", "confirm", "last_look")),
    *(f"checkin.{view}" for view in ("next_question", "place", "question")),
    "static",
}


def address(rule) -> str:
    # Some parts of an address are one of a few words, all others may be a number.
    values = {
        name: sorted(getattr(rule._converters[name], "items", {"1"}))[0] for name in rule.arguments
    }
    _subdomain, path = rule.build(values) or (None, rule.rule)
    return path


def answer_to(app, rule):
    method = "GET" if "GET" in rule.methods else "POST"
    return Browser(app).open(address(rule), method=method)


def test_the_public_views_are_the_declared_ones(app):
    opened = {name for name, view in app.view_functions.items() if hasattr(view, "is_public")}
    assert opened == PUBLIC


def test_every_other_route_sends_a_stranger_to_the_sign_in_page(app):
    asking = [rule for rule in app.url_map.iter_rules() if rule.endpoint not in PUBLIC]
    answers = {rule.endpoint: answer_to(app, rule) for rule in asking}
    open_doors = [
        endpoint
        for endpoint, answer in answers.items()
        if answer.status_code != 303 or not answer.location.startswith("/sign-in")
    ]
    assert "accounts.account" in answers
    assert open_doors == []


@pytest.mark.parametrize("path", ["/nowhere", "/groups/1", "/account/sign-ins/0/end"])
def test_a_stranger_cannot_tell_which_pages_exist(browser, path):
    answer = browser.get(path)
    assert (answer.status_code, answer.location) == (303, f"/sign-in?next={path}")
