"""Who leads needs a license where each participant is that day; what is overridden is kept."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.accounts import License
from dashboard.models.check_ins import CheckIn
from dashboard.models.group_sessions import LicenseOverride, Substitute
from dashboard.models.participants import Participant
from tests.sessions.conftest import DURING, STARTS, ana, meeting

__all__ = ["ana", "meeting"]
WARNING = "No license where somebody is today"


@pytest.fixture
def homes(app, cast, meeting):
    """Iris and Omar live in New York, of Vera nothing is known; Ana and Ben hold New York."""
    with app.app_context(), writing():
        for person, home in zip(meeting.people, ("NY", "NY", None), strict=True):
            db.session.get_one(Participant, person).home_state = home
        for user in (cast.ana, cast.ben):
            add_license(user, "NY", str(user.id))
        db.session.commit()


def add_license(user, state, number, expires_on=date(2026, 10, 6), **fields):
    told = {"profession": "LCSW", "number": number, "verified_at": DURING, **fields}
    row = License(user_id=user.id, jurisdiction=state, expires_on=expires_on, **told)
    db.session.add(row)
    return row


def say_where(app, meeting, place, whose=0):
    with app.app_context(), writing():
        db.session.add(
            CheckIn(
                enrollment_id=meeting.stays[whose],
                group_session_id=meeting.session_id,
                measure_version_ids=[],
                opens_at=STARTS,
                closes_at=DURING,
                created_at=STARTS,
                located_in=place,
            )
        )
        db.session.commit()


def test_licenses_good_to_the_last_day_raise_no_warning(ana, meeting, homes):
    page = ana.get(meeting.path).text
    assert WARNING not in page
    assert "Not known where they are: Vera L." in page


@pytest.mark.parametrize(
    "change",
    [
        {"expires_on": date(2026, 10, 5)},
        {"issued_on": date(2026, 10, 7), "expires_on": date(2027, 10, 7)},
        {"verified_at": None},
        {"jurisdiction": "OH"},
    ],
)
def test_one_that_ran_out_is_elsewhere_or_was_never_looked_up_is_none(
    app, cast, ana, meeting, homes, change
):
    with app.app_context(), writing():
        row = db.session.scalars(select(License).where(License.user_id == cast.ana.id)).one()
        for name, value in change.items():
            setattr(row, name, value)
        db.session.commit()
    page = ana.get(meeting.path).text
    assert "Ana Ruiz holds no valid license for New York: Iris H., Omar R." in page
    assert "Ben Okafor holds no" not in page


def test_what_a_person_said_today_counts_before_their_home(app, cast, ana, meeting, homes):
    say_where(app, meeting, "NJ")
    page = ana.get(meeting.path).text
    assert "Ana Ruiz holds no valid license for New Jersey: Iris H." in page
    assert "Ben Okafor holds no valid license for New Jersey: Iris H." in page


def test_a_reason_is_kept_shown_and_reported(app, cast, ana, as_user, meeting, homes):
    say_where(app, meeting, "XX")
    lena, path = as_user(cast.lena.email), f"/licenses/sessions/{meeting.session_id}/override"
    assert "Nothing was overridden" in lena.get("/licenses/overrides").text
    ana.post(path, {"reason": " "})
    assert "Say why the session is held all the same." in ana.get(meeting.path).text
    assert ana.post(path, {"reason": "On holiday; seen once."}).location == meeting.path
    page = ana.get(meeting.path).text
    assert WARNING not in page
    assert "Ana Ruiz, Outside the United States, without a license: On holiday" in page
    with app.app_context():
        assert len(db.session.scalars(select(LicenseOverride)).all()) == 2
    report = lena.get("/licenses/overrides").text
    assert report.count("On holiday; seen once.") == 2


def test_no_license_at_all_is_missed_also_where_nobody_knows_the_place(
    app, cast, ana, meeting, homes
):
    with app.app_context(), writing():
        ids = meeting.people
        for person in ids:
            db.session.get_one(Participant, person).home_state = None
        row = db.session.scalars(select(License).where(License.user_id == cast.ana.id)).one()
        row.expires_on = date(2026, 10, 5)
        db.session.commit()
    page = ana.get(meeting.path).text
    assert "Ana Ruiz holds no valid license for any state: Iris H., Omar R., Vera L." in page
    assert "Ben Okafor holds no" not in page
    path = f"/licenses/sessions/{meeting.session_id}/override"
    ana.post(path, {"reason": "Renewal is under way."})
    assert "Ana Ruiz, any state, without a license: Renewal" in ana.get(meeting.path).text


def test_a_license_about_to_expire_is_told_on_the_first_page(app, cast, as_user, meeting):
    with app.app_context(), writing():
        for user, days in ((cast.ana, 60), (cast.ben, 14), (cast.cleo, 61)):
            expires_on = STARTS.date() + timedelta(days=days)
            add_license(user, "NY", str(user.id), expires_on, verified_by_id=cast.max.id)
        db.session.commit()
    told = {name: as_user(getattr(cast, name).email).get("/").text for name in ("ana", "lena")}
    assert "LCSW in New York, Sat 5 Dec 2026" in told["ana"]
    assert "Ben Okafor, LCSW in New York" not in told["ana"]
    assert told["lena"].count("LCSW in New York") == 2
    assert "Licenses to renew" not in as_user(cast.cleo.email).get("/").text


def test_whoever_stands_in_needs_one_too(app, cast, ana, meeting, homes):
    with app.app_context(), writing():
        db.session.add(Substitute(group_session_id=meeting.session_id, user_id=cast.cleo.id))
        db.session.commit()
    assert "Cleo Marchetti holds no valid license for New York" in ana.get(meeting.path).text


def test_an_authority_under_a_compact_covers_the_states_that_joined(
    app, cast, ana, as_user, meeting, homes
):
    say_where(app, meeting, "NJ")
    lena, max_ = as_user(cast.lena.email), as_user(cast.max.email)
    typed = {"name": "Example compact", "states": "ny, nj\nPA", "known_on": "2026-09-01"}
    assert (
        "No state is called QQ." in lena.post("/licenses/compacts", {**typed, "states": "QQ"}).text
    )
    assert (
        "Name at least one state." in lena.post("/licenses/compacts", {**typed, "states": ","}).text
    )
    for states in ("NY", typed["states"]):
        assert lena.post("/licenses/compacts", {**typed, "states": states}).status_code == 303
    assert "NJ, NY, PA" in lena.get("/licenses/compacts").text
    authority = {"profession": "APIT", "number": "7", "jurisdiction": "NY", "compact": "1"}
    wrong = {**authority, "user": str(cast.ana.id), "expires_on": "2027-01-01", "compact": "9"}
    assert max_.post("/practice/licenses", wrong).status_code == 200
    assert max_.post("/practice/licenses", {**wrong, "compact": "1"}).status_code == 303
    page = ana.get(meeting.path).text
    assert "Ana Ruiz holds no" not in page
    assert "Ben Okafor holds no valid license for New Jersey" in page
    assert "Example compact" in max_.get("/practice/licenses").text


def test_others_find_nothing(as_user, cast, meeting, homes):
    path = f"/licenses/sessions/{meeting.session_id}/override"
    for user in (cast.cleo, cast.max, cast.lena):
        assert as_user(user.email).post(path, {"reason": "x"}).status_code == 404
    for path in ("/licenses/overrides", "/licenses/compacts"):
        assert as_user(cast.ana.email).get(path).status_code == 404
