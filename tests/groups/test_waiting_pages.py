"""What is said of those who wait, and their order, changed from the pages."""

import re
from datetime import date

import pytest

from dashboard.clinical.words import EnrollmentStatus, FacilitatorRole
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.groups import Facilitator
from tests.factories import make_enrollment, make_group, make_participant

WAITS = {"status": EnrollmentStatus.WAITLISTED, "joined_on": None}


@pytest.fixture
def ids(app, cast):
    """Wim waits, then Zoe; Ben only watches."""
    with app.app_context(), writing():
        group = make_group(db.session.merge(cast.ana)).group
        wim, zoe = (
            make_enrollment(group, make_participant(f"{name} Later"), **WAITS)
            for name in ("Wim", "Zoe")
        )
        watching = {"role": FacilitatorRole.OBSERVER, "since": date(2026, 1, 1)}
        db.session.add(Facilitator(group_id=group.id, user_id=cast.ben.id, **watching))
        found = {"group": group.id, "wim": wim.id, "zoe": zoe.id}
        db.session.commit()
    return found


def plain(answer):
    return " ".join(re.sub("<[^>]*>", "", answer.text).split())


def test_the_fit_note_is_changed_on_the_page_of_the_stay(cast, as_user, ids):
    ana, url = as_user(cast.ana.email), f"/groups/stays/{ids['wim']}"
    assert ana.post(f"{url}/note", {"note": "Mornings <only>"}).status_code == 303
    assert "Fit: Mornings &lt;only&gt;" in ana.get(url).text
    too_long = ana.post(f"{url}/note", {"note": "x" * 1001}).text
    assert ("That is too long." in too_long, "x" * 1001 in too_long) == (True, True)


def test_the_waitlist_is_put_in_another_order(cast, as_user, ids):
    ana, url, place = as_user(cast.ana.email), f"/groups/{ids['group']}", {"direction": "up"}
    assert "1. Wim Later" in plain(ana.get(url))
    assert ana.post(f"/groups/stays/{ids['zoe']}/place", place).status_code == 303
    page = plain(ana.get(url))
    assert ("1. Zoe Later" in page, "2. Wim Later" in page) == (True, True)
    for odd in ({"direction": "x"}, place):
        assert ana.post(f"/groups/stays/{ids['zoe']}/place", odd).status_code == 303
    assert "1. Zoe Later" in plain(ana.get(url))


@pytest.mark.parametrize(
    ("act", "typed"), [("note", {"note": "x"}), ("place", {"direction": "up"})]
)
def test_both_are_for_those_who_keep_the_roster(cast, as_user, ids, act, typed):
    url = f"/groups/stays/{ids['zoe']}/{act}"
    answers = [as_user(user.email).post(url, typed) for user in (cast.ben, cast.cleo)]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert as_user(cast.max.email).post(url, typed).status_code == 303
