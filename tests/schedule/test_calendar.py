"""A private calendar is read by a calendar program: right times, no names, and revocable."""

import re
from datetime import date

import pytest
from icalendar import Calendar

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.participants import Participant
from tests.cast import Browser
from tests.factories import make_group
from tests.schedule.conftest import AT


def address(browser):
    page = browser.post("/calendar/address").text
    return re.search(r'value="http://[^/"]+(/calendar/[^"]+\.ics)"', page)[1]


def events(app, path):
    answer = Browser(app).get(path)
    assert (answer.status_code, answer.mimetype) == (200, "text/calendar")
    return Calendar.from_ical(answer.get_data()).walk("VEVENT")


@pytest.fixture
def berlin(app, cast, group):
    """A second group of Ana's, in another zone, across the change of its clocks."""
    with app.app_context(), writing():
        made = make_group(
            db.session.merge(cast.ana),
            name="Berlin evening",
            zone="Europe/Berlin",
            starts_on=date(2026, 10, 20),
            weeks=2,
        )
        db.session.commit()
        return made.group.id


def test_times_are_right_on_both_sides_of_both_changes_of_clocks(app, ana, berlin):
    found = events(app, address(ana))
    starts = {
        (str(event["summary"]), event["dtstart"].dt.isoformat(), event["dtstart"].params["TZID"])
        for event in found
    }
    assert len(found) == 10
    for wanted in (
        ("Depression, Tuesday, week 5 of 8", "2026-10-27T18:00:00-04:00", "America/New_York"),
        ("Depression, Tuesday, week 6 of 8", "2026-11-03T18:00:00-05:00", "America/New_York"),
        ("Berlin evening, week 1 of 2", "2026-10-20T18:00:00+02:00", "Europe/Berlin"),
        ("Berlin evening, week 2 of 2", "2026-10-27T18:00:00+01:00", "Europe/Berlin"),
    ):
        assert wanted in starts


def test_a_moved_and_a_cancelled_session_keep_their_name_and_count_up(app, ana, group):
    form = {"first_on": "2026-11-24", "length": "2", "staying": [str(group.stays[0])]}
    ana.post(f"/schedule/groups/{group.group_id}/cycles/new", form)
    path = address(ana)
    before = {str(event["uid"]): event for event in events(app, path)}
    ana.post("/schedule/sessions/9/move", {"on": "2026-11-26"})
    ana.post("/sessions/10/cancel", {"reason": "Storm"})
    after = {str(event["uid"]): event for event in events(app, path)}
    assert set(after) == set(before)
    moved, off = after["session-9@groupwork"], after["session-10@groupwork"]
    assert moved["dtstart"].dt.isoformat() == "2026-11-26T18:00:00-05:00"
    assert (str(moved["status"]), str(off["status"])) == ("CONFIRMED", "CANCELLED")
    assert int(moved["sequence"]) == int(before["session-9@groupwork"]["sequence"]) + 1
    assert int(off["sequence"]) == 1


def test_no_participant_is_named(app, ana, group):
    with app.app_context(), writing():
        for person in db.session.query(Participant):
            person.given_name, person.family_name = "Heron", "Marsh"
        db.session.commit()
    text = Browser(app).get(address(ana)).text
    assert "Heron" not in text and "Marsh" not in text


def test_an_old_an_ended_and_a_wrong_address_lead_nowhere(app, cast, ana):
    assert "None yet" in ana.get("/calendar/").text
    first = address(ana)
    second = address(ana)
    assert first != second
    assert Browser(app).get(first).status_code == 404
    assert Browser(app).get(second).status_code == 200
    for _ in range(2):
        assert ana.post("/calendar/address/end").location == "/calendar/"
    for path in (second, "/calendar/x.ics"):
        assert Browser(app).get(path).status_code == 404


def test_who_has_left_has_no_calendar(app, cast, ana):
    path = address(ana)
    with app.app_context(), writing():
        db.session.get_one(User, cast.ana.id).deactivated_at = AT
        db.session.commit()
    assert Browser(app).get(path).status_code == 404
