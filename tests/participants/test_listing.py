"""Everyone on the caseload, found by name; who wants a look comes first."""

import pytest

from dashboard.caseload.participants import people_by_name
from dashboard.clinical.words import FlagKind
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.participants import Enrollment
from dashboard.records.flags import raise_flag
from tests.cast import viewer_of
from tests.factories import make_group
from tests.sessions.conftest import DURING, STARTS, meeting  # noqa: F401

ON = STARTS.date()


def names(app, viewer, *wanted, **how):
    with app.app_context():
        lines = people_by_name(viewer, *wanted, **how)
        return [line.person.given_name for line in lines]


@pytest.mark.parametrize(
    ("find", "found"),
    [
        ("", ["Iris", "Vera", "Omar"]),
        ("VERA", ["Vera"]),
        ("lindqvist v", ["Vera"]),
        ("Vera Lind", ["Vera"]),
        ("nobody", []),
    ],
)
def test_people_are_found_by_any_part_of_their_name(app, cast, meeting, find, found):  # noqa: F811
    assert names(app, viewer_of(cast.ana, DURING), find) == found


def test_an_open_risk_answer_comes_first_and_former_people_only_when_asked(
    app,
    cast,
    meeting,  # noqa: F811
):
    viewer = viewer_of(cast.ana, DURING)
    with app.app_context(), writing():
        raise_flag(FlagKind.SAFETY, "x", at=DURING, participant_id=meeting.people[1])
        stay = db.session.get_one(Enrollment, meeting.stays[2])
        stay.status, stay.ended_on, stay.seat_number = "discharged", ON, None
        db.session.commit()
    assert names(app, viewer) == ["Omar", "Iris"]
    assert names(app, viewer, with_former=True) == ["Omar", "Iris", "Vera"]
    assert names(app, viewer, group_id=meeting.group_id) == ["Omar", "Iris"]
    assert names(app, viewer, group_id=7) == []


def test_each_sees_the_people_of_their_own_groups(app, as_user, cast, meeting):  # noqa: F811
    assert names(app, viewer_of(cast.cleo, DURING)) == []
    assert len(names(app, viewer_of(cast.max, DURING))) == 3
    page = as_user(cast.ana.email).get(f"/participants/?find=iris&group={meeting.group_id}").text
    assert "Holm, Iris" in page
    assert "Reyes" not in page
    assert "Nobody is found" in as_user(cast.cleo.email).get("/participants/?group=x").text


def test_somebody_in_no_group_yet_is_on_the_leads_list(app, as_user, cast, meeting):  # noqa: F811
    with app.app_context(), writing():
        make_group(cast.cleo, name="Elsewhere", people=1)
        db.session.commit()
    assert len(names(app, viewer_of(cast.lena, DURING))) == 4
    assert len(names(app, viewer_of(cast.ana, DURING))) == 3
