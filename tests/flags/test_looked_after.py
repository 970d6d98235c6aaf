"""A safety flag stays on top, is the right lead's, and takes what is found when it is found."""

from datetime import timedelta

import pytest

from dashboard.clinical.words import FlagKind
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.flags import Flag
from dashboard.models.participants import Participant
from dashboard.records.flags import lead_of, raise_flag
from tests.factories import LONG_AGO, make_enrollment, make_group

RAISED = LONG_AGO + timedelta(days=30)


@pytest.fixture
def made(app, cast):
    """One person, first in Ana's group and then in Cleo's."""
    app.config["NOW"] = lambda: RAISED + timedelta(hours=49)
    with app.app_context(), writing():
        first = make_group(cast.ana, people=1)
        second = make_group(cast.cleo, name="Anxiety, Monday")
        stay = first.enrollments[0]
        make_enrollment(second.group, db.session.get_one(Participant, stay.participant_id))
        db.session.commit()
        return stay.participant_id, first.sessions[0].id, second.sessions[0].id


@pytest.fixture
def flag_id(app, made):
    with app.app_context(), writing():
        flag = raise_flag(
            FlagKind.SAFETY, "x", at=RAISED, participant_id=made[0], group_session_id=made[1]
        )
        db.session.commit()
        return flag.id


def test_the_lead_of_the_group_that_asked_looks_after_it(app, cast, made):
    person, session_of_ana, session_of_cleo = made
    with app.app_context():
        leads = [lead_of(person, each) for each in (session_of_ana, session_of_cleo, None)]
        assert leads == [cast.ana.id, cast.cleo.id, cast.cleo.id]


def test_a_lead_who_has_left_gets_no_flag(app, cast, made):
    person, session_of_ana, session_of_cleo = made
    with app.app_context(), writing():
        db.session.get_one(User, cast.cleo.id).deactivated_at = RAISED
        assert lead_of(person, session_of_cleo) == cast.ana.id
        db.session.get_one(User, cast.ana.id).deactivated_at = RAISED
        assert lead_of(person, session_of_ana) is None


def test_a_risk_answer_is_above_whatever_waited_longer(app, as_user, cast, made, flag_id):
    with app.app_context(), writing():
        for day in range(1, 3):
            at = RAISED - timedelta(days=day)
            raise_flag(FlagKind.MISSES, f"m{day}", at=at, participant_id=made[0])
        db.session.commit()
    ana = as_user(cast.ana.email)
    page = ana.get("/flags/").text
    assert page.index("Risk answer") < page.index("Missed sessions")
    assert "2 days ago" in page
    ana.post(f"/flags/{flag_id}/acknowledge")
    page = ana.get("/flags/").text
    assert page.index("Risk answer") < page.index("Missed sessions")


def test_what_was_found_later_is_kept_with_what_was_found_first(app, as_user, cast, flag_id):
    ana, path = as_user(cast.ana.email), f"/flags/{flag_id}"
    assert "Acknowledge the flag first." in ana.post(f"{path}/assessment", {"finding": "x"}).text
    ana.post(f"{path}/acknowledge")
    assert "Say in a few words" in ana.post(f"{path}/assessment", {"finding": " "}).text
    for finding in ("Left a message.", "Spoke with her; no plan, no means."):
        assert ana.post(f"{path}/assessment", {"finding": finding}).status_code == 303
    with app.app_context():
        found = db.session.get_one(Flag, flag_id).finding
    assert found == "Left a message.\n\nSpoke with her; no plan, no means."


def test_what_is_typed_into_a_closed_flag_comes_back(as_user, cast, flag_id):
    ana, path = as_user(cast.ana.email), f"/flags/{flag_id}"
    ana.post(f"{path}/close", {"note": "Done."})
    page = ana.post(f"{path}/assessment", {"finding": "She called back."}).text
    assert "This flag is closed already." in page
    assert "She called back." in page
    assert "She wrote." in ana.post(f"{path}/close", {"note": "She wrote."}).text


def test_to_others_there_is_nothing_to_assess(as_user, cast, flag_id):
    for other in (cast.ben, cast.max):
        path = f"/flags/{flag_id}/assessment"
        assert as_user(other.email).post(path, {"finding": "x"}).status_code == 404
