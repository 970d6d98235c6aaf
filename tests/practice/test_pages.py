"""Settings, licenses, closures and the trail: kept, refused in words, shut to therapists."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.accounts import License
from dashboard.models.groups import Practice
from tests.factories import make_group
from tests.practice.conftest import NOON

SETTINGS = {
    "name": "Quiet Harbor",
    "time_zone": "America/Chicago",
    "letterhead": "1 Main St",
    "crisis_text": "Call 988.",
    "claim_percent": "65",
    "escalation_hours": "3",
    "asks_emergency_contact": "y",
    "claim_text": "",
    "version": "1",
}
LICENSE = {"profession": "LCSW", "number": "77", "jurisdiction": "NY", "expires_on": "2026-12-07"}
PAGES = ("", "settings", "accounts", "licenses", "closures", "audit")


@pytest.mark.parametrize("page", PAGES)
def test_the_pages_are_the_administrators_and_the_leads(as_user, cast, max_, lena, page):
    assert max_.get(f"/practice/{page}").status_code == 200
    assert lena.get(f"/practice/{page}").status_code == 200
    assert as_user(cast.ana.email).get(f"/practice/{page}").status_code == 404
    assert 'href="/practice/"' not in as_user(cast.ana.email).get("/").text


def test_settings_are_kept(app, lena):
    assert lena.post("/practice/settings", SETTINGS).status_code == 303
    with app.app_context():
        kept = db.session.get_one(Practice, 1)
        assert (kept.name, kept.claim_percent, kept.letterhead) == ("Quiet Harbor", 65, "1 Main St")
        assert (kept.escalation_hours, kept.asks_emergency_contact) == (3, 1)
    assert "Quiet Harbor" in lena.get("/practice/").text


def test_the_claim_is_empty_until_the_practice_makes_one_and_may_be_taken_back(app, lena):
    claim = re.compile(r'<input[^>]* name="claim_percent"[^>]*>')
    assert 'value=""' in claim.search(lena.get("/practice/settings").text)[0]
    lena.post("/practice/settings", SETTINGS)
    assert 'value="65"' in claim.search(lena.get("/practice/settings").text)[0]
    taken_back = {**SETTINGS, "claim_percent": "", "version": "2"}
    assert lena.post("/practice/settings", taken_back).status_code == 303
    with app.app_context():
        assert db.session.get_one(Practice, 1).claim is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"time_zone": "Mars/Base"}, "no such time zone"),
        ({"claim_percent": "101"}, "between 0 and 100"),
        ({"escalation_hours": "0"}, "between 1 and 48"),
        ({"crisis_text": ""}, "Participants need to see this."),
        ({"name": ""}, "A name is needed."),
    ],
)
def test_settings_that_cannot_be_are_refused_beside_their_field(lena, typed, words):
    page = lena.post("/practice/settings", {**SETTINGS, **typed}).text
    assert words in page
    assert "1 Main St" in page


def test_stale_settings_show_both_and_keep_what_was_typed(lena):
    lena.post("/practice/settings", SETTINGS)
    page = lena.post("/practice/settings", {**SETTINGS, "name": "Second", "version": "1"}).text
    assert "Somebody has changed the settings" in page
    assert 'value="Second"' in page
    assert "Quiet Harbor" in page
    again = {**SETTINGS, "name": "Second", "version": "2"}
    assert lena.post("/practice/settings", again).status_code == 303


def test_a_license_is_on_record_once_and_warned_of(app, cast, max_):
    told = {**LICENSE, "user": str(cast.ana.id)}
    assert max_.post("/practice/licenses", told).status_code == 303
    page = max_.get("/practice/licenses").text
    assert "LCSW 77" in page
    assert "Expires within 14 days" in page
    assert "1 of 1 expired or about to" in max_.get("/practice/").text
    assert "on record already" in max_.post("/practice/licenses", told).text
    with app.app_context():
        (row,) = db.session.query(License)
        assert (row.verified_by_id, row.verified_at) == (cast.max.id, NOON)


def test_a_license_is_added_by_the_administrator(cast, lena):
    assert lena.post("/practice/licenses", {**LICENSE, "user": str(cast.ana.id)}).status_code == 404


def test_a_day_is_closed_and_opened_again(lena):
    tomorrow = (NOON + timedelta(days=1)).date().isoformat()
    told = {"on_date": tomorrow, "reason": "Snow"}
    assert lena.post("/practice/closures", told).status_code == 303
    page = lena.get("/practice/closures").text
    assert "Tue 24 Nov 2026: Snow" in page
    assert "closed on this day already" in lena.post("/practice/closures", told).text
    path = page.split('action="/practice/closures/')[1].split('"')[0]
    assert lena.post(f"/practice/closures/{path}").status_code == 303
    assert "open every day" in lena.get("/practice/closures").text
    assert lena.post(f"/practice/closures/{path}").status_code == 404


def test_sessions_that_were_planned_on_a_closed_day_are_named(app, cast, lena):
    with app.app_context(), writing():
        made = make_group(db.session.merge(cast.ana), starts_on=date(2026, 11, 3))
        week_8 = made.sessions[7].id
        db.session.commit()
    lena.post("/practice/closures", {"on_date": "2026-12-22"})
    day = f'<a href="/schedule/sessions/{week_8}">Depression, Tuesday, week 8 of 8</a>'
    assert day in lena.get("/practice/closures").text
    lena.post(f"/schedule/sessions/{week_8}/skip")
    assert "Planned all the same" not in lena.get("/practice/closures").text


@pytest.mark.parametrize("day", ["2026-11-22", "soon"])
def test_a_day_that_cannot_be_closed(lena, day):
    page = lena.post("/practice/closures", {"on_date": day}).text
    assert "This day is over." in page or "Not a valid date" in page


def test_today_is_over_when_it_is_over_where_the_practice_is(app, as_user, cast, practice):
    """In New York the 23rd lasts until 5:00 UTC of the 24th."""
    at = datetime(2026, 11, 24, 4, 59, tzinfo=UTC)
    app.config["NOW"] = lambda: at
    lena = as_user(cast.lena.email)
    assert lena.post("/practice/closures", {"on_date": "2026-11-23"}).status_code == 303
    app.config["NOW"] = lambda: at + timedelta(minutes=1)
    assert "This day is over." in lena.post("/practice/closures", {"on_date": "2026-11-23"}).text


def test_a_therapist_closes_nothing(as_user, cast, practice):
    ana = as_user(cast.ana.email)
    assert ana.post("/practice/closures", {"on_date": "2026-12-24"}).status_code == 404
    assert ana.post("/practice/settings", SETTINGS).status_code == 404


def test_the_trail_is_read_filtered_and_checked(cast, lena):
    lena.post("/practice/settings", SETTINGS)
    assert "change settings" in lena.get("/practice/audit").text
    chosen = lena.get(f"/practice/audit?user={cast.lena.id}&action=change").text
    assert "change settings" in chosen
    assert "<td>sign in</td>" not in chosen
    assert "change settings" not in lena.get(f"/practice/audit?user={cast.max.id}").text
    assert "change settings" not in lena.get("/practice/audit?before=1").text
    assert "The trail fits" in lena.get("/practice/audit?check=yes").text
