"""Text that no database keeps alike is refused wherever it stands."""

from io import BytesIO

import pytest

from dashboard.web.incoming import MOST_FIELDS

FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    "sent",
    [{"note": "a\x00b"}, {"a\x00": "b"}, ["x", {"deep": ["\ud800"]}], {"\udfff": 1}, "\x00"],
)
def test_broken_text_in_what_scripts_send_is_refused(cast, as_user, sent):
    answer = as_user(cast.ana.email).post("/account/password", json=sent)
    assert answer.status_code == 400
    assert answer.json["message"] == "The text holds a character that cannot be kept."


@pytest.mark.parametrize("typed", [{"note": "a\x00b"}, {"a\x00": "b"}])
def test_broken_text_in_forms_is_refused(cast, as_user, typed):
    answer = as_user(cast.ana.email).post("/account/password", typed)
    assert answer.status_code == 400
    assert "The text holds a character that cannot be kept." in answer.get_data(as_text=True)


def test_numbers_and_whole_characters_pass(cast, as_user):
    sent = {"note": "é 😀", "count": 3, "none": None}
    answer = as_user(cast.ana.email).post("/account/password", json=sent)
    assert answer.status_code == 200


@pytest.mark.parametrize("headers", [{"X-Requested-With": "fetch"}, {"Accept": "application/json"}])
def test_a_script_that_is_signed_out_is_told_in_json(browser, headers):
    answer = browser.get("/account", headers=headers)
    assert (answer.status_code, answer.json) == (401, {"error": "signed_out"})


@pytest.mark.parametrize("path", ["/measures/phq9%00", "/check-in/a%00/", "/measures?find=%00"])
def test_broken_text_in_an_address_is_refused(cast, as_user, path):
    assert as_user(cast.ana.email).get(path).status_code == 400


def test_broken_text_in_the_name_of_a_file_is_refused(cast, as_user):
    file = (BytesIO(b"code,phq9\r\n"), "scores\x00.csv")
    answer = as_user(cast.max.email).post("/imports/", {"file": file})
    assert answer.status_code == 400


@pytest.mark.parametrize("path", ["/sign-in", "/account/password", "/check-in/x/answers"])
def test_what_is_nested_too_deeply_to_read_is_refused(browser, path):
    nested = "[" * 100_000 + "]" * 100_000
    answer = browser.open(path, method="POST", data=nested, content_type="application/json")
    assert (answer.status_code, answer.json["message"]) == (
        400,
        "What was sent is nested too deeply.",
    )


def test_more_fields_than_any_page_has_are_not_given_back(browser):
    body = "&".join(f"a{number}=1" for number in range(MOST_FIELDS + 1))
    answer = browser.open("/sign-in", method="POST", data=body, content_type=FORM)
    assert answer.status_code == 413
    assert len(answer.data) < 10_000
