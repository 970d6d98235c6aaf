"""Text that no database keeps alike is refused wherever it stands."""

import pytest


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
