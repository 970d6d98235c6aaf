"""Flags: seen by those whose people they are about, judged, handed on, closed with a note."""

from datetime import timedelta

import pytest

from dashboard.caseload.flags import count_open_safety_flags, find_flag, flags_of_participant
from dashboard.clinical.words import FlagKind
from dashboard.database import writing
from dashboard.errors import NotOnCaseload, Refused
from dashboard.extensions import db
from dashboard.models.flags import Flag
from dashboard.records.flags import hand_flag_on, raise_flag
from tests.cast import viewer_of
from tests.factories import LONG_AGO, make_group

RAISED = LONG_AGO + timedelta(days=30)
DETAIL = {"measure": "phq9", "item": "9", "topic": "thoughts of death", "answer": 2}


@pytest.fixture
def flag_id(app, cast):
    app.config["NOW"] = lambda: RAISED + timedelta(hours=1)
    with app.app_context(), writing():
        person = make_group(cast.ana, people=1).enrollments[0].participant_id
        flag = raise_flag(FlagKind.SAFETY, "x", at=RAISED, participant_id=person, detail=DETAIL)
        db.session.commit()
        return flag.id


@pytest.fixture
def ana(as_user, cast, flag_id):
    return as_user(cast.ana.email)


def test_a_flag_says_what_raised_it_and_who_looks_after_it(ana, flag_id):
    assert "PHQ-9 item 9 (thoughts of death), answered 2." in ana.get(f"/flags/{flag_id}").text
    assert "Ana Ruiz looks after it." in ana.get(f"/flags/{flag_id}").text
    assert "not yet seen" in ana.get("/flags/").text


@pytest.mark.parametrize(("minutes", "is_escalated"), [(119, False), (120, True)])
def test_an_unseen_safety_flag_escalates_after_two_hours(app, cast, flag_id, minutes, is_escalated):
    viewer = viewer_of(cast.lena, RAISED + timedelta(minutes=minutes))
    with app.app_context():
        assert find_flag(viewer, flag_id).is_escalated is is_escalated


def test_acknowledged_it_stays_open_and_closed_it_stays_on_record(app, ana, flag_id):
    path = f"/flags/{flag_id}"
    ana.post(f"{path}/acknowledge", {"finding": "Called her; she is safe."})
    page = ana.get(path).text
    assert "Called her; she is safe." in page
    assert "Acknowledged by Ana Ruiz" in page
    again = ana.post(f"{path}/acknowledge", {"finding": "Her brother is with her."}).text
    assert "acknowledged this flag already" in again
    assert "Her brother is with her." in again
    assert "Say in a few words" in ana.post(f"{path}/close", {"note": " "}).text
    assert ana.post(f"{path}/close", {"note": "Safety plan made."}).status_code == 303
    assert "Safety plan made." in ana.get(path).text
    assert "No flag is open" in ana.get("/flags/").text
    assert path in ana.get("/flags/?state=closed").text
    assert "closed already" in ana.post(f"{path}/close", {"note": "x"}).text


def test_a_flag_is_handed_on_to_somebody_who_treats_people(app, cast, ana, flag_id):
    path = f"/flags/{flag_id}"
    ana.post(f"{path}/owner", {"owner": str(cast.lena.id)})
    assert "Lena Hart looks after it." in ana.get(path).text
    for wrong in (str(cast.max.id), "x", ""):
        ana.post(f"{path}/owner", {"owner": wrong})
        assert "Choose somebody from the list" in ana.get(path).text
    ana.post(f"{path}/close", {"note": "Done."})
    with app.app_context(), writing(), pytest.raises(Refused, match="closed already"):
        flag = db.session.get_one(Flag, flag_id)
        hand_flag_on(flag, owner_id=cast.ana.id, by=cast.ana.id, at=RAISED)


@pytest.mark.parametrize("who", ["cleo", "max"])
def test_to_others_there_is_no_flag(app, as_user, cast, flag_id, who):
    other = as_user(getattr(cast, who).email)
    answers = [
        other.get(f"/flags/{flag_id}"),
        other.post(f"/flags/{flag_id}/acknowledge"),
        other.post(f"/flags/{flag_id}/close", {"note": "x"}),
        other.post(f"/flags/{flag_id}/owner", {"owner": "1"}),
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert other.get("/flags/").status_code == (404 if who == "max" else 200)
    assert other.get("/flags/open.json").json == {"open": 0, "unseen": 0, "newest": None}
    with app.app_context(), pytest.raises(NotOnCaseload):
        find_flag(viewer_of(getattr(cast, who)), flag_id)


def test_an_open_page_hears_of_it_without_a_name(ana, flag_id):
    told = ana.get("/flags/open.json").json
    assert told == {"open": 1, "unseen": 1, "newest": RAISED.isoformat()}
    ana.post(f"/flags/{flag_id}/acknowledge")
    assert ana.get("/flags/open.json").json == {"open": 1, "unseen": 0, "newest": None}


def test_the_flags_of_one_person(app, cast, flag_id):
    viewer = viewer_of(cast.ana, RAISED)
    with app.app_context():
        person = db.session.get_one(Flag, flag_id).participant_id
        assert [line.flag.id for line in flags_of_participant(viewer, person)] == [flag_id]
        assert count_open_safety_flags(viewer) == 1


@pytest.mark.parametrize(
    ("detail", "words"),
    [
        (
            {"rule": "4 in a row", "dates": ["2026-01-06", "2026-01-13"]},
            "4 in a row: Tue 6 Jan, Tue 13 Jan.",
        ),
        (
            {"dates": ["2026-01-06"], "not_recorded": ["2026-01-13"], "stands": False},
            "Missed: Tue 6 Jan. Not recorded: Tue 13 Jan. Not reached any more:",
        ),
        ({"reason": "Reliably worse"}, "Reliably worse"),
        ({}, "Missed sessions"),
    ],
)
def test_other_flags_say_the_dates_they_used(app, cast, ana, flag_id, detail, words):
    with app.app_context(), writing():
        person = db.session.get_one(Flag, flag_id).participant_id
        raise_flag(FlagKind.MISSES, "y", at=RAISED, participant_id=person, detail=detail)
        db.session.commit()
    assert words in ana.get("/flags/").text
