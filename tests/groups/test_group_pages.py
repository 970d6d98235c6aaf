"""The list and the page of a group: for whom they are, and for nobody else."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from dashboard.clinical.words import DischargeReason, EnrollmentStatus, Mark
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Group, PracticeClosure
from dashboard.records.enrollments import leave
from tests.factories import make_enrollment, make_group, make_participant, mark

LATER = datetime(2026, 10, 7, 16, tzinfo=UTC)


@pytest.fixture
def group_id(app, cast):
    with app.app_context(), writing():
        made = make_group(db.session.merge(cast.ana), people=2)
        person = make_participant("Rosa Quillfeather")
        stay = make_enrollment(made.group, person)
        mark(stay, made.sessions[0], Mark.PRESENT)
        waiting = EnrollmentStatus.WAITLISTED
        make_enrollment(made.group, make_participant("Wim Later"), status=waiting, joined_on=None)
        found = made.group.id
        db.session.commit()
    return found


@pytest.mark.parametrize("name", ["ana", "lena", "max"])
def test_those_whose_group_it_is_see_its_roster_and_sessions(cast, as_user, group_id, name):
    browser = as_user(getattr(cast, name).email)
    assert "3 of 10 taken, 1 waiting" in browser.get("/groups/").get_data(as_text=True)
    page = browser.get(f"/groups/{group_id}").get_data(as_text=True)
    assert "Quillfeather" in page
    assert "Wim Later" in page
    assert "Tue 29 Sep, 6:00 pm ET" in page


def test_attendance_is_for_those_who_read_records(cast, as_user, group_id):
    ana = as_user(cast.ana.email).get(f"/groups/{group_id}").get_data(as_text=True)
    max_ = as_user(cast.max.email).get(f"/groups/{group_id}").get_data(as_text=True)
    assert ("1 of 1, 100%" in ana, "note not signed" in ana) == (True, True)
    assert ("1 of 1, 100%" in max_, "note not signed" in max_) == (False, False)


def test_a_therapist_elsewhere_sees_nothing_of_it(cast, as_user, group_id):
    cleo = as_user(cast.cleo.email)
    assert "No groups yet" in cleo.get("/groups/").get_data(as_text=True)
    strange, missing = cleo.get(f"/groups/{group_id}"), cleo.get("/groups/4611686")
    assert (strange.status_code, missing.status_code) == (404, 404)
    assert "Quillfeather" not in strange.get_data(as_text=True)


@pytest.mark.parametrize("cycle", ["1", "2", "x", ""])
def test_any_cycle_may_be_asked_for(cast, as_user, group_id, cycle):
    page = as_user(cast.ana.email).get(f"/groups/{group_id}?cycle={cycle}")
    assert "Cycle 1, Tue 29 Sep to Tue 17 Nov 2026" in page.get_data(as_text=True)


def test_former_members_are_listed_with_how_it_ended_and_what_they_attended(
    app, cast, as_user, group_id
):
    with app.app_context(), writing():
        group = db.session.get_one(Group, group_id)
        stay = make_enrollment(group, make_participant("Nell Gone"))
        first = db.session.scalars(select(GroupSession).order_by(GroupSession.week)).first()
        mark(stay, first, Mark.PRESENT)
        left = {"on": date(2026, 10, 5), "by": cast.ana.id, "at": LATER}
        leave(stay, DischargeReason.DROPPED_OUT, **left)
        db.session.commit()
    pages = [as_user(user.email).get(f"/groups/{group_id}").text for user in (cast.ana, cast.max)]
    for page in pages:
        former = page.partition("Former members (1)")[2].partition("</details>")[0]
        told = ("Nell Gone", "Tue 29 Sep 2026", "Mon 5 Oct 2026", "Discharged: dropped out")
        assert [word in former for word in told] == [True] * 4
        assert ("1 of 1, 100%" in former) == (page is pages[0])


def test_a_closed_day_that_hits_a_planned_session_is_said_to_the_therapist(
    app, cast, as_user, group_id
):
    app.config["NOW"] = lambda: LATER
    with app.app_context(), writing():
        for day in (date(2026, 10, 6), date(2026, 10, 13)):  # the first is over by then
            db.session.add(PracticeClosure(on_date=day, reason="Storm"))
        db.session.commit()
    page = as_user(cast.ana.email).get(f"/groups/{group_id}").text
    assert page.count("The practice is closed on this day: Storm.") == 1
