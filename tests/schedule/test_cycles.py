"""The next cycle is opened from the one before, with those who stay."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from dashboard.clinical.words import EnrollmentStatus, FacilitatorRole
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Cycle, Facilitator, Group
from dashboard.models.participants import Enrollment
from tests.factories import NEW_YORK, make_enrollment, make_group, make_participant


def days(app, number):
    with app.app_context():
        query = select(GroupSession).join(GroupSession.cycle).where(Cycle.number == number)
        rows = db.session.scalars(query.order_by(GroupSession.week))
        return [(row.week, f"{row.on_date:%d %b}", f"{row.starts_at:%H:%M}") for row in rows]


def statuses(app):
    with app.app_context():
        rows = db.session.scalars(select(Enrollment).order_by(Enrollment.id))
        return [(row.status, str(row.ended_on)) for row in rows]


@pytest.fixture
def path(group):
    return f"/schedule/groups/{group.group_id}/cycles/new"


def test_a_cycle_keeps_its_eight_sessions_around_a_closure(app, ana, group, path):
    assert 'value="2026-11-24"' in ana.get(path).text
    form = {"first_on": "2026-11-24", "length": "8", "staying": [str(group.stays[0])]}
    assert ana.post(path, form).location == f"/groups/{group.group_id}"
    wanted = ["24 Nov", "01 Dec", "08 Dec", "15 Dec", "29 Dec", "05 Jan", "12 Jan", "19 Jan"]
    assert days(app, 2) == [(week, on, "23:00") for week, on in enumerate(wanted, 1)]
    assert statuses(app) == [("active", "None"), ("completed", "2026-11-18")]
    assert "Cycle 2" in ana.get(f"/groups/{group.group_id}").text


def test_the_seats_of_those_who_leave_go_to_those_who_wait(app, ana, group, path):
    with app.app_context(), writing():
        waits = {"status": EnrollmentStatus.WAITLISTED, "joined_on": None}
        found = db.session.get_one(Group, group.group_id)
        found.capacity = found.minimum_size = 2
        make_enrollment(found, make_participant("Wim Later"), **waits)
        db.session.commit()
    ana.post(path, {"first_on": "2026-11-24", "length": "8", "staying": [str(group.stays[0])]})
    assert "1 of those who wait were offered a seat." in ana.get("/groups/").text
    assert statuses(app)[1:] == [("completed", "2026-11-18"), ("reserved", "None")]


def test_nobody_leaves_before_the_last_session_of_their_cycle(app, ana, group, path):
    app.config["NOW"] = lambda: datetime(2026, 11, 16, 17, tzinfo=UTC)  # the day before week 8
    form = {"first_on": "2026-11-24", "length": "8", "staying": [str(group.stays[0])]}
    assert "This cycle goes on until Tue 17 Nov 2026" in ana.post(path, form).text
    assert (days(app, 2), statuses(app)) == ([], [("active", "None")] * 2)
    assert ana.post(path, {**form, "staying": [str(stay) for stay in group.stays]}).location
    assert statuses(app) == [("active", "None")] * 2


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"first_on": "2026-11-17"}, "The cycle before this one ends on Tue 17 Nov 2026"),
        ({"first_on": ""}, "Type the day, such as 2026-11-24."),
        ({"length": "0"}, "between 1 and 52"),
        ({"first_on": "2201-01-05", "length": "2"}, "The year must be between"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field_and_nobody_leaves(app, ana, path, change, words):
    page = ana.post(path, {"first_on": "2026-11-24", "length": "8", **change})
    assert words in page.text
    assert days(app, 2) == []
    assert statuses(app) == [("active", "None")] * 2


NEW_GROUP = {
    "name": "New group",
    "group_type_id": "1",
    "capacity": "8",
    "minimum_size": "4",
    "weekday": "3",
    "starts_at_wall": "17:00",
    "duration_minutes": "90",
    "time_zone": "Europe/Berlin",
    "cycle_length": "6",
    "entry_policy": "any_week",
}


def test_a_new_group_gets_its_first_cycle_through_a_change_of_clocks(app, as_user, cast, group):
    lena, path = as_user(cast.lena.email), "/schedule/groups/2/cycles/new"
    assert lena.post("/groups/new", NEW_GROUP).status_code == 303
    assert 'value="6"' in lena.get(path).text
    lena.post(path, {"first_on": "2027-03-22", "length": "2"})
    with app.app_context():
        rows = db.session.scalars(select(GroupSession).where(GroupSession.group_id == 2)).all()
    # A Thursday at five in Berlin, before and after its clocks change on 28 March.
    assert [row.starts_at.isoformat() for row in rows] == [
        "2027-03-25T16:00:00+00:00",
        "2027-04-01T15:00:00+00:00",
    ]


def test_cycles_are_not_a_strangers_or_an_observers_to_open(app, as_user, cast, group, path):
    with app.app_context(), writing():
        watching = {"role": FacilitatorRole.OBSERVER, "since": date(2026, 9, 1)}
        db.session.add(Facilitator(group_id=group.group_id, user_id=cast.ben.id, **watching))
        db.session.commit()
    assert as_user(cast.ben.email).get(f"/groups/{group.group_id}").status_code == 200
    assert as_user(cast.ben.email).get(path).status_code == 404
    assert as_user(cast.cleo.email).get(path).status_code == 404
    assert as_user(cast.cleo.email).post(path, {}).status_code == 404


def test_a_first_cycle_begins_on_the_day_that_it_is_where_the_group_meets(app, as_user, cast):
    """At 4:30 UTC on Wednesday it is Tuesday in New York and Wednesday in Berlin."""
    app.config["NOW"] = lambda: datetime(2026, 11, 18, 4, 30, tzinfo=UTC)
    with app.app_context(), writing():
        lead = db.session.merge(cast.ana)
        made = [make_group(lead, name=zone, zone=zone) for zone in (NEW_YORK, "Europe/Berlin")]
        for row in [row for each in made for row in (*each.sessions, each.cycle)]:
            db.session.delete(row)
            db.session.flush()
        paths = [f"/schedule/groups/{each.group.id}/cycles/new" for each in made]
        db.session.commit()
    ana = as_user(cast.ana.email)
    days = [ana.get(path).text.split('type="date" value="')[1][:10] for path in paths]
    assert days == ["2026-11-17", "2026-11-18"]
