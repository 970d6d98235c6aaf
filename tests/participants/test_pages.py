"""Everyone on the caseload, the page of one, what is changed, and what is printed."""

from datetime import timedelta

import pytest

from dashboard.clinical.words import FlagKind
from dashboard.database import writing
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.groups import Facilitator
from dashboard.models.participants import Participant
from dashboard.participants.actions import change
from dashboard.records.flags import raise_flag
from tests.cast import viewer_of
from tests.factories import score
from tests.sessions.conftest import DURING, STARTS, meeting  # noqa: F401

ON = STARTS.date()
TYPED = {
    "given_name": "Iris",
    "family_name": "Holm",
    "nickname": "",
    "code": "HL-7",
    "birth_date": "1990-05-17",
    "home_state": "NY",
    "email": "iris@mail.example",
    "phone": "555 0100",
    "emergency_contact": "",
    "version": "1",
}


@pytest.fixture
def iris(meeting):  # noqa: F811
    return meeting.people[0]


@pytest.fixture
def ana(as_user, cast, iris):
    return as_user(cast.ana.email)


def version(app, person_id):
    with app.app_context():
        return str(db.session.get_one(Participant, person_id).version)


def test_the_page_says_how_somebody_is_doing(app, ana, iris, meeting):  # noqa: F811
    with app.app_context(), writing():
        score(iris, "phq9", ON - timedelta(days=7), 12)
        score(iris, "phq9", ON, 8)
        score(iris, "gad7", ON, 4)
        raise_flag(FlagKind.SAFETY, "x", at=DURING, participant_id=iris)
        db.session.commit()
    entry = {"target": f"progress-note:{meeting.stays[0]}", "field": "response"}
    ana.post(f"{meeting.path}/entries", json={"entries": [{**entry, "value": "x", "base": ""}]})
    page = ana.get(f"/participants/{iris}").text
    assert "Risk answer" in page
    assert "<strong>8</strong>, mild" in page
    assert "before 12" in page
    assert "Evening skills" in page
    assert "0 of 2 sessions attended, 2 not recorded" in page
    assert "0 of 4 modules begun" in page
    assert "draft" in page
    assert "Ask about: thoughts of death or self-harm (not answered)" in page


def test_an_administrator_sees_who_it_is_and_no_record(as_user, cast, iris):
    page = as_user(cast.max.email).get(f"/participants/{iris}").text
    assert "Iris Holm" in page
    for hidden in ("Latest scores", "Progress notes", "sessions attended", "On paper"):
        assert hidden not in page


@pytest.mark.parametrize("path", ["", "/edit", "/attendance-record", "/sheet"])
def test_a_stranger_gets_404_for_all_of_it(as_user, cast, iris, path):
    cleo = as_user(cast.cleo.email)
    assert cleo.get(f"/participants/{iris}{path}").status_code == 404
    assert cleo.get(f"/participants/7{path}").status_code == 404


@pytest.mark.parametrize("path", ["attendance-record", "sheet"])
def test_the_record_on_paper_is_not_the_administrators(as_user, cast, iris, path):
    assert as_user(cast.max.email).get(f"/participants/{iris}/{path}").status_code == 404


def test_what_is_known_is_changed_and_sealed(app, ana, iris):
    answer = ana.post(f"/participants/{iris}/edit", {**TYPED, "version": version(app, iris)})
    assert answer.status_code == 303
    with app.app_context():
        person = db.session.get_one(Participant, iris)
        assert (person.code, person.birth_date, person.home_state) == ("HL-7", "1990-05-17", "NY")
        assert b"iris@mail" not in person.sealed_email
    assert "1990-05-17" in ana.get(f"/participants/{iris}/edit").text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"given_name": " "}, "A name is needed."),
        ({"family_name": ""}, "A name is needed."),
        ({"code": " "}, "A code is needed"),
        ({"birth_date": "17.5.1990"}, "Write the date as year-month-day"),
        ({"birth_date": "1990-02-30"}, "no such day"),
        ({"birth_date": "2199-01-01"}, "in the future"),
        ({"email": "iris"}, "no e-mail address"),
        ({"home_state": "ZZ"}, "Not a valid choice"),
        ({"phone": "5" * 41}, "40 characters"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(app, ana, iris, typed, words):
    path = f"/participants/{iris}/edit"
    page = ana.post(path, {**TYPED, "version": version(app, iris), **typed})
    assert page.status_code == 200
    assert words in page.text
    assert 'value="iris@mail.example"' in page.text or "email" in typed


def test_a_code_belongs_to_one_person(app, ana, iris, meeting):  # noqa: F811
    with app.app_context(), writing():
        db.session.get_one(Participant, meeting.people[1]).code = "HL-7"
        db.session.commit()
    page = ana.post(f"/participants/{iris}/edit", {**TYPED, "version": version(app, iris)}).text
    assert "Somebody has this code already." in page


@pytest.mark.parametrize("stale", ["0", "x", ""])
def test_a_stale_form_shows_both_and_keeps_what_was_typed(app, ana, iris, stale):
    ana.post(f"/participants/{iris}/edit", {**TYPED, "version": version(app, iris)})
    late = {**TYPED, "nickname": "Iri", "version": stale}
    page = ana.post(f"/participants/{iris}/edit", late).text
    assert "Somebody has changed this person" in page
    assert 'value="Iri"' in page
    assert "What is kept now" in page
    again = {**late, "version": version(app, iris)}
    assert f'name="version" type="hidden" value="{again["version"]}"' in page
    assert ana.post(f"/participants/{iris}/edit", again).status_code == 303


def test_the_attendance_record_has_dates_totals_and_no_clinical_content(
    app,
    ana,
    iris,
    meeting,  # noqa: F811
):
    for session_id, word in ((meeting.earlier_id, "late"), (meeting.session_id, "no_show")):
        entry = {"target": f"attendance:{meeting.stays[0]}", "field": "mark", "base": ""}
        sent = {"entries": [{**entry, "value": word}]}
        ana.post(f"/sessions/{session_id}/entries", json=sent)
    page = ana.get(f"/participants/{iris}/attendance-record").text
    assert "1 of 2 sessions attended" in page
    assert "present, late" in page
    assert "Tue 6 Oct 2026" in page
    assert "Our practice" in page
    for hidden in ("DBT", "BSL", "Evening skills", "Omar"):
        assert hidden not in page


def test_the_sheet_is_about_one_person_in_plain_words(app, ana, iris, meeting):  # noqa: F811
    assert "Your line begins with the first session" in ana.get(f"/participants/{iris}/sheet").text
    entry = {"target": f"attendance:{meeting.stays[0]}", "field": "mark", "base": ""}
    sent = {"entries": [{**entry, "value": "present"}]}
    ana.post(f"/sessions/{meeting.earlier_id}/entries", json=sent)
    with app.app_context(), writing():
        score(iris, "bsl23", ON - timedelta(days=7), 3.0)
        score(iris, "bsl23", ON, 1.0)
        db.session.commit()
    page = ana.get(f"/participants/{iris}/sheet").text
    assert "At the start: 3, very high (September 29, 2026)." in page
    assert "Clearly better" in page
    assert "You came to 1 of 2 sessions." in page
    assert "Omar" not in page


def test_who_only_observes_changes_nothing(app, as_user, cast, iris, meeting):  # noqa: F811
    with app.app_context(), writing():
        observer = Facilitator(
            group_id=meeting.group_id, user_id=cast.cleo.id, role="observer", since=ON
        )
        db.session.add(observer)
        db.session.commit()
    cleo = as_user(cast.cleo.email)
    page = cleo.get(f"/participants/{iris}")
    assert (page.status_code, f"/participants/{iris}/edit" in page.text) == (200, False)
    assert cleo.get(f"/participants/{iris}/edit").status_code == 404
    assert cleo.post(f"/participants/{iris}/edit", TYPED).status_code == 404


@pytest.mark.parametrize("name", ["given_name", "family_name"])
def test_nobody_is_left_without_a_name_whatever_asks_for_it(app, cast, iris, name):
    with app.app_context(), writing(), pytest.raises(Refused, match="A name is needed"):
        kept = db.session.get_one(Participant, iris)
        change(viewer_of(cast.ana, DURING), iris, {**TYPED, name: "\u2003"}, version=kept.version)
