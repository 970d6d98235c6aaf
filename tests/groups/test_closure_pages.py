"""The acts that close a group: who may, what is said before, and where it is found after."""

from datetime import UTC, datetime

import pytest

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from tests.factories import make_enrollment, make_group, make_participant

AT = datetime(2026, 11, 17, 17, tzinfo=UTC)  # the day of the last session, before it
TYPED = {"on": "2026-11-17", "reason": "Too few people"}


@pytest.fixture
def ids(app, cast):
    app.config["NOW"] = lambda: AT
    with app.app_context(), writing():
        ana = db.session.merge(cast.ana)
        empty, full = make_group(ana), make_group(ana, name="Anxiety, Monday")
        make_enrollment(full.group, make_participant("Rosa Quillfeather"))
        found = {"empty": empty.group.id, "full": full.group.id, "last": empty.sessions[7].id}
        db.session.commit()
    return found


def text(answer):
    return answer.get_data(as_text=True)


@pytest.mark.parametrize("name", ["max", "lena"])
def test_what_closing_does_is_said_before_it_is_done(cast, as_user, ids, name):
    browser = as_user(getattr(cast, name).email)
    assert "1 planned session ahead is cancelled" in text(browser.get(f"/groups/{ids['empty']}"))
    full = text(browser.get(f"/groups/{ids['full']}"))
    assert ("1 of 10 taken. It can close when" in full, "Closed on" in full) == (True, False)


def test_a_closed_group_leaves_today_and_the_list_and_stays_readable(cast, as_user, ids):
    max_, ana = as_user(cast.max.email), as_user(cast.ana.email)
    name, url = "Depression, Tuesday", f"/groups/{ids['empty']}"
    tonight = f'href="/sessions/{ids["last"]}"'
    assert tonight in text(ana.get("/"))
    assert max_.post(f"{url}/closure", TYPED).status_code == 303
    seen = [name in text(ana.get(path)) for path in ("/groups/", "/groups/?closed=1", url)]
    assert (tonight in text(ana.get("/")), seen) == (False, [False, True, True])
    assert "Closed on Tue 17 Nov 2026" in text(ana.get(url))
    assert [word in text(ana.get(url)) for word in ("Add a person", "next cycle")] == [False] * 2
    assert f'value="{ids["empty"]}"' in text(ana.get("/exports/"))
    assert ana.post(f"/sessions/{ids['last']}/reinstate").status_code == 400


def test_it_can_be_opened_again(app, cast, as_user, ids):
    max_, url = as_user(cast.max.email), f"/groups/{ids['empty']}"
    max_.post(f"{url}/closure", TYPED)
    assert max_.post(f"{url}/closure/end").status_code == 303
    assert "Depression, Tuesday" in text(max_.get("/groups/"))
    assert "This group is open." in text(max_.post(f"{url}/closure/end", follow_redirects=True))
    with app.app_context():
        assert db.session.get_one(GroupSession, ids["last"]).cancelled_at == AT


def test_a_refused_closure_keeps_what_was_typed(cast, as_user, ids):
    max_ = as_user(cast.max.email)
    people = text(max_.post(f"/groups/{ids['full']}/closure", TYPED))
    assert ("Seats taken: 1, waiting: 0" in people, "Too few people" in people) == (True, True)
    late = text(max_.post(f"/groups/{ids['empty']}/closure", {**TYPED, "on": "2026-11-18"}))
    assert ("has not come yet" in late, 'value="2026-11-18"' in late) == (True, True)


@pytest.mark.parametrize("name", ["ana", "ben", "cleo"])
def test_closing_is_for_those_who_set_groups_up(cast, as_user, ids, name):
    browser = as_user(getattr(cast, name).email)
    paths = [f"/groups/{id_}/closure{end}" for id_ in (ids["empty"], 4611) for end in ("", "/end")]
    assert [browser.post(path, TYPED).status_code for path in paths] == [404] * 4
