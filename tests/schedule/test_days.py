"""One session is moved, a week is skipped, somebody stands in."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.trail import AuditLine
from tests.schedule.test_cycles import days

EARLY = datetime(2026, 10, 28, 17, tzinfo=UTC)  # a Wednesday, between weeks 5 and 6


@pytest.fixture
def early(app, group):
    app.config["NOW"] = lambda: EARLY
    return group


def page(group, week):
    return f"/schedule/sessions/{group.session_ids[week - 1]}"


def dates(app):
    return [on for _week, on, _time in days(app, 1)]


def test_a_session_moves_within_its_week_at_the_same_wall_clock_time(app, ana, early):
    assert ana.get(page(early, 6)).status_code == 200
    answer = ana.post(page(early, 6) + "/move", {"on": "2026-11-05"})
    assert answer.location == page(early, 6)
    # Clocks in New York changed on 1 November: six in the evening is 23:00 UTC now.
    assert days(app, 1)[5] == (6, "05 Nov", "23:00")
    with app.app_context():
        newest = select(AuditLine.action).order_by(AuditLine.id.desc()).limit(1)
        assert db.session.scalar(newest) == "move session"


@pytest.mark.parametrize(
    ("week", "on", "words"),
    [
        (6, "2026-11-20", "at most 6 days"),
        (6, "", "Type the day"),
        (5, "2026-10-29", "Only a session that lies ahead"),
        (6, "2026-10-28", ""),
    ],
)
def test_a_day_that_cannot_be_is_refused_beside_the_field(app, ana, early, week, on, words):
    answer = ana.post(page(early, week) + "/move", {"on": on})
    if words:
        assert words in answer.text
        assert dates(app)[5] == "03 Nov"
    else:
        assert dates(app)[5] == "28 Oct"


def test_sessions_keep_their_order(app, ana, early):
    ana.post(page(early, 7) + "/move", {"on": "2026-11-05"})
    for on in ("2026-11-05", "2026-11-06"):
        answer = ana.post(page(early, 6) + "/move", {"on": on})
        assert "Another session of the cycle is on Thu 5 Nov 2026." in answer.text
    assert dates(app)[5:7] == ["03 Nov", "05 Nov"]


def test_days_that_are_over_or_closed_are_refused(app, as_user, cast, ana, group):
    form = {"first_on": "2026-11-24", "length": "5"}
    ana.post(f"/schedule/groups/{group.group_id}/cycles/new", form)
    with app.app_context():
        ids = list(db.session.scalars(select(GroupSession.id).order_by(GroupSession.id)))
    first, fourth = ids[8], ids[11]
    over = ana.post(f"/schedule/sessions/{first}/move", {"on": "2026-11-18"})
    assert "Another session" not in over.text
    assert days(app, 2)[0][1] == "18 Nov"
    closed = ana.post(f"/schedule/sessions/{fourth}/move", {"on": "2026-12-17"})
    assert "The practice is closed on this day." in closed.text
    app.config["NOW"] = lambda: datetime(2026, 12, 10, tzinfo=UTC)
    late = as_user(cast.ana.email).post(f"/schedule/sessions/{fourth}/move", {"on": "2026-12-09"})
    assert "This time is over" in late.text


def test_a_skipped_week_loses_no_session(app, ana, early):
    ana.post(page(early, 6) + "/skip")
    wanted = ["29 Sep", "06 Oct", "13 Oct", "20 Oct", "27 Oct", "10 Nov", "17 Nov", "24 Nov"]
    assert dates(app) == wanted
    assert ana.post(page(early, 2) + "/skip").status_code == 303
    assert dates(app) == wanted
    assert "Only a session that lies ahead" in ana.get(page(early, 2)).text


def test_a_session_that_was_moved_is_skipped_back_to_the_usual_day(app, ana, early):
    ana.post(page(early, 6) + "/move", {"on": "2026-11-05"})
    ana.post(page(early, 6) + "/skip")
    assert dates(app)[5:] == ["10 Nov", "17 Nov", "24 Nov"]


def test_a_week_is_not_skipped_into_the_next_cycle(app, ana, early):
    form = {"first_on": "2026-11-18", "length": "2", "staying": early.stays}
    ana.post(f"/schedule/groups/{early.group_id}/cycles/new", form)
    ana.post(page(early, 8) + "/skip")
    assert "The next cycle begins on Tue 24 Nov 2026" in ana.get(page(early, 8)).text
    assert dates(app)[7] == "17 Nov"


def test_a_closed_day_is_jumped_over(app, ana, group):
    form = {"first_on": "2026-11-24", "length": "4"}
    ana.post(f"/schedule/groups/{group.group_id}/cycles/new", form)
    with app.app_context():
        fourth = db.session.scalars(select(GroupSession.id).order_by(GroupSession.id)).all()[11]
    ana.post(f"/schedule/sessions/{fourth}/skip")
    assert [on for _week, on, _time in days(app, 2)] == ["24 Nov", "01 Dec", "08 Dec", "29 Dec"]


def test_who_stands_in_opens_that_session_and_no_other(as_user, cast, ana, early):
    cleo, session = as_user(cast.cleo.email), early.session_ids[5]
    assert cleo.get(f"/sessions/{session}").status_code == 404
    path = page(early, 6) + "/substitutes"
    assert ana.post(path, {"user_id": str(cast.cleo.id)}).location == page(early, 6)
    assert cleo.get(f"/sessions/{session}").status_code == 200
    assert cleo.get(f"/sessions/{early.session_ids[6]}").status_code == 404
    assert "is at this session already" in ana.post(path, {"user_id": str(cast.cleo.id)}).text
    assert "is at this session already" in ana.post(path, {"user_id": str(cast.ana.id)}).text
    for nobody in (str(cast.max.id), "9" * 20, "someone"):
        assert "Choose somebody who treats" in ana.post(path, {"user_id": nobody}).text
    for _ in range(2):
        ana.post(f"{path}/{cast.cleo.id}/remove")
    assert cleo.get(f"/sessions/{session}").status_code == 404


def test_the_day_of_a_session_is_not_a_strangers(as_user, cast, early):
    cleo = as_user(cast.cleo.email)
    assert cleo.get(page(early, 6)).status_code == 404
    for act in ("move", "skip", "substitutes", f"substitutes/{cast.ben.id}/remove"):
        assert cleo.post(f"{page(early, 6)}/{act}", {}).status_code == 404
