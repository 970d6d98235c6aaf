"""The gate, the headers and the words for what went wrong."""

import pytest

from dashboard.web.formatting import (
    clock,
    day,
    days_ago,
    long_day,
    long_moment,
    moment,
    people,
    percent,
)


def test_a_page_asks_to_sign_in_and_remembers_where_one_wanted_to_go(browser):
    answer = browser.get("/account?x=1")
    assert (answer.status_code, answer.location) == (303, "/sign-in?next=/account?x%3D1")


def test_a_script_is_told_so(browser):
    answer = browser.get("/account", headers={"X-Requested-With": "fetch"})
    assert (answer.status_code, answer.json) == (401, {"error": "signed_out"})


@pytest.mark.parametrize("path", ["/sign-in", "/nowhere", "/account"])
def test_every_page_is_strict_and_kept_nowhere(browser, path):
    headers = browser.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy and policy.startswith("default-src 'self'")
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"


def test_a_form_without_its_token_gives_back_what_was_typed(cast, as_user):
    ana = as_user(cast.ana.email)
    answer = ana.open("/account/password", method="POST", data={"note": "A long note", "new": "s3"})
    text = answer.get_data(as_text=True)
    assert answer.status_code == 400
    assert "A long note" in text
    assert "s3" not in text


@pytest.mark.parametrize("number", ["0", "99999999999999999999", "9007199254740992", "1%00"])
def test_impossible_ids_are_missing_pages(cast, as_user, number):
    ana = as_user(cast.ana.email)
    assert ana.post(f"/account/sign-ins/{number}/end").status_code == 404


def test_text_that_cannot_be_kept_is_answered_plainly(browser):
    assert browser.get("/sign-in?next=%00").status_code == 400


def test_a_wrong_host_is_refused(browser):
    assert browser.get("/sign-in", base_url="http://evil.example").status_code == 400


def test_dates_and_numbers_are_said_as_therapists_say_them():
    from datetime import UTC, date, datetime

    evening = datetime(2026, 11, 24, 23, 0, tzinfo=UTC)
    assert day(date(2026, 11, 24)) == "Tue 24 Nov"
    assert long_day(date(2026, 11, 24)) == "Tue 24 Nov 2026"
    assert clock(evening, "America/Los_Angeles") == "3:00 pm PT"
    assert moment(evening, "America/New_York") == "Tue 24 Nov, 6:00 pm ET"
    assert long_moment(evening, "America/New_York") == "Tue 24 Nov 2026, 6:00 pm ET"
    assert (percent(None), percent(0.7)) == ("–", "70%")
    assert (people(1), people(3)) == ("1 person", "3 people")
    assert (days_ago(0), days_ago(1), days_ago(3)) == ("today", "1 day ago", "3 days ago")
