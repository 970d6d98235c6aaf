"""The pages that add a person and show a stay: by role, with what was typed kept."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from dashboard.clinical.words import EnrollmentStatus, EntryPolicy, FacilitatorRole, Mark
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.groups import Facilitator, Group
from dashboard.models.participants import Enrollment
from tests.factories import make_enrollment, make_group, make_participant, mark

AT = datetime(2026, 11, 23, 17, tzinfo=UTC)


@pytest.fixture
def ids(app, cast):
    app.config["NOW"] = lambda: AT
    with app.app_context(), writing():
        made = make_group(db.session.merge(cast.ana), people=1, capacity=3)
        stay = make_enrollment(made.group, make_participant("Rosa Quillfeather"))
        for meeting in made.sessions[:4]:
            mark(stay, meeting, Mark.NO_SHOW)
        waits = EnrollmentStatus.WAITLISTED
        wim = make_participant("Wim Later")
        wim = make_enrollment(made.group, wim, status=waits, joined_on=None)
        other = make_group(db.session.merge(cast.ana), name="Anxiety, Monday")
        watching = FacilitatorRole.OBSERVER
        since = date(2026, 9, 1)
        db.session.add(
            Facilitator(group_id=made.group.id, user_id=cast.ben.id, role=watching, since=since)
        )
        found = {"group": made.group.id, "stay": stay.id, "wim": wim.id, "other": other.group.id}
        db.session.commit()
    return found


def stay_of(app, id_):
    with app.app_context():
        return db.session.scalars(select(Enrollment).where(Enrollment.id == id_)).one()


def text(answer):
    return answer.get_data(as_text=True)


def test_somebody_new_is_put_in_the_place_that_is_chosen(app, cast, as_user, ids):
    browser, url = as_user(cast.ana.email), f"/groups/{ids['group']}/people/new"
    assert 'value="2026-11-23"' in text(browser.get(url))
    typed = {"participant": "0", "given_name": "Vera", "family_name": "Vance", "on": "2026-11-24"}
    answer = browser.post(url, {**typed, "place": "reserved", "days": "3"})
    made = stay_of(app, int(answer.location.rsplit("/", 1)[1]))
    assert (made.status, made.seat_number) == ("reserved", 3)
    assert made.reserved_until == datetime(2026, 11, 26, 17, tzinfo=UTC)
    refused = text(browser.post(url, {**typed, "place": "active", "given_name": "Xenia"}))
    assert ("All 3 seats" in refused, 'value="Xenia"' in refused) == (True, True)


def test_the_next_day_to_join_on_stands_beside_the_places(app, cast, as_user, ids):
    app.config["NOW"] = lambda: datetime(2026, 10, 1, 17, tzinfo=UTC)
    browser, url = as_user(cast.ana.email), f"/groups/{ids['group']}/people/new"
    assert "Entry: any week. Next: Tue 6 Oct 2026" in text(browser.get(url))
    with app.app_context(), writing():
        db.session.get_one(Group, ids["group"]).entry_policy = EntryPolicy.CLOSED_CYCLE
        db.session.commit()
    assert "The next session for it is not planned yet" in text(browser.get(url))


def test_somebody_known_is_found_by_name_and_nobody_elses_person_is(app, cast, as_user, ids):
    browser, url = as_user(cast.ana.email), f"/groups/{ids['other']}/people/new"
    assert "Rosa Quillfeather" in text(browser.get(url + "?find=quill"))
    assert "Rosa Quillfeather" not in text(browser.get(url + "?find=xy"))
    rosa = stay_of(app, ids["stay"]).participant_id
    typed = {"place": "active", "on": "2026-11-24"}
    assert browser.post(url, {**typed, "participant": str(rosa)}).status_code == 303
    again = browser.post(url, {**typed, "participant": str(rosa)})
    assert "is in Anxiety, Monday already: active" in text(again)
    for strange in ("7", "9" * 20, "x"):
        assert browser.post(url, {**typed, "participant": strange}).status_code == 404


@pytest.mark.parametrize("typed", [{}, {"on": "x", "place": "z"}, {"on": "2026-02-30"}])
def test_what_is_wrong_is_said_and_nothing_is_added(cast, as_user, ids, typed):
    answer = as_user(cast.max.email).post(f"/groups/{ids['group']}/people/new", typed)
    assert (answer.status_code, "Nothing was saved yet" in text(answer)) == (200, True)


def test_the_page_of_a_stay_shows_its_history_and_drop_out_by_rule(cast, as_user, ids):
    page = text(as_user(cast.ana.email).get(f"/groups/stays/{ids['stay']}"))
    assert "Tue 29 Sep 2026" in page
    assert "By rule this is a drop-out" in page
    assert "By rule" not in text(as_user(cast.max.email).get(f"/groups/stays/{ids['stay']}"))


STEPS = [
    ("stay", "status", {"status": "on_hold", "on": "2026-11-20"}, "on_hold"),
    ("stay", "end", {"reason": "dropped_out", "on": "2026-11-20"}, "discharged"),
    ("stay", "end", {"reason": "completed", "on": "2026-11-20"}, "completed"),
    ("wim", "status", {"status": "active", "on": "2026-11-24"}, "active"),
    ("wim", "offer", {}, "reserved"),
]


@pytest.mark.parametrize(("who", "act", "typed", "status"), STEPS)
def test_each_act_has_its_form(app, cast, as_user, ids, who, act, typed, status):
    url = f"/groups/stays/{ids[who]}"
    answer = as_user(cast.ana.email).post(f"{url}/{act}", typed)
    assert (answer.status_code, answer.location) == (303, url)
    assert stay_of(app, ids[who]).status == status


def test_a_transfer_goes_to_a_group_of_ones_own(app, cast, as_user, ids):
    ana, url = as_user(cast.ana.email), f"/groups/stays/{ids['stay']}/transfer"
    assert ana.post(url, {"to_group": "99", "on": "2026-11-20"}).status_code == 404
    early = ana.post(url, {"to_group": str(ids["other"]), "on": "2026-09-01", "remark": "Evenings"})
    assert ("choose that day or later" in text(early), "Evenings" in text(early)) == (True, True)
    assert ana.post(url, {"to_group": str(ids["other"]), "on": "2026-11-20"}).status_code == 303
    assert stay_of(app, ids["stay"]).status == "discharged"


REFUSED = [
    ("status", {"status": "reserved", "on": "2026-11-20"}),
    ("status", {"status": "nonsense", "on": "2026-11-20"}),
    ("status", {"status": "on_hold", "on": ""}),
    ("end", {"reason": "transferred", "on": "2026-11-20"}),
    ("offer", {}),
]


@pytest.mark.parametrize(("act", "typed"), REFUSED)
def test_an_act_that_cannot_be_is_refused_in_words(app, cast, as_user, ids, act, typed):
    answer = as_user(cast.ana.email).post(f"/groups/stays/{ids['stay']}/{act}", typed)
    assert answer.status_code == 200
    assert stay_of(app, ids["stay"]).status == "active"


def test_observers_look_and_strangers_see_nothing(cast, as_user, ids):
    ben, cleo = as_user(cast.ben.email), as_user(cast.cleo.email)
    page, adding = f"/groups/stays/{ids['stay']}", f"/groups/{ids['group']}/people/new"
    looked = ben.get(page)
    assert (looked.status_code, "What comes next" in text(looked)) == (200, False)
    assert "Add a person" not in text(ben.get(f"/groups/{ids['group']}"))
    hidden = [ben.get(adding), ben.post(page + "/offer"), cleo.get(adding), cleo.get(page)]
    hidden.append(cleo.post(page + "/end", {"reason": "moved", "on": "2026-11-20"}))
    assert [answer.status_code for answer in hidden] == [404] * 5


def test_every_status_has_a_page_with_its_acts(app, cast, as_user, ids):
    ana, page = as_user(cast.ana.email), f"/groups/stays/{ids['stay']}"
    wim = f"/groups/stays/{ids['wim']}"
    assert acts_on(ana.get(wim)) == ["Enroll", "Offer a seat", "End the stay"]
    ana.post(f"{wim}/offer")
    assert acts_on(ana.get(wim)) == ["Enroll", "Back to the waitlist", "End the stay"]
    seen = [acts_on(ana.get(page))]
    for act, typed in (
        ("status", {"status": "on_hold", "on": "2026-11-20"}),
        ("status", {"status": "active", "on": "2026-11-21"}),
        ("end", {"reason": "moved", "on": "2026-11-22"}),
    ):
        ana.post(f"{page}/{act}", typed)
        seen.append(acts_on(ana.get(page)))
    assert seen == [
        ["Put on hold", "Transfer", "End the stay"],
        ["Return", "Transfer", "End the stay"],
        ["Put on hold", "Transfer", "End the stay"],
        [],
    ]
    assert "Returned" in text(ana.get(page))


def acts_on(answer):
    parts = text(answer).split('<summary class="btn btn-outline">')[1:]
    return [part.split("…</summary>")[0] for part in parts]
