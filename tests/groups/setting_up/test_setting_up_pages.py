"""A group is set up, changed and staffed; two who change it at once both see both versions."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from dashboard.clinical.words import EnrollmentStatus
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.groups import Facilitator, Group, GroupType
from tests.factories import make_enrollment, make_group

AT = datetime(2026, 10, 21, 16, tzinfo=UTC)
TYPED = {
    "name": "Grief, Friday",
    "weekday": "4",
    "starts_at_wall": "17:30",
    "time_zone": "America/Chicago",
    "duration_minutes": "75",
    "cycle_length": "8",
    "capacity": "6",
    "minimum_size": "3",
    "entry_policy": "closed_cycle",
    "video_link": "https://video.example.org/grief",
}


@pytest.fixture
def group_id(app, cast):
    app.config["NOW"] = lambda: AT
    with app.app_context(), writing():
        made = make_group(db.session.merge(cast.ana), people=2)
        make_enrollment(made.group, status=EnrollmentStatus.WAITLISTED, joined_on=None)
        kind = db.session.scalars(select(GroupType).where(GroupType.key == "grief")).first()
        TYPED["group_type_id"] = str(kind.id if kind else made.group.group_type_id)
        found = made.group.id
        db.session.commit()
    return found


def text(answer):
    return answer.get_data(as_text=True)


def rows(app, query):
    with app.app_context():
        return list(db.session.scalars(query))


def test_an_administrator_sets_up_a_group(app, cast, as_user, group_id):
    max_ = as_user(cast.max.email)
    assert "Set up a group" in text(max_.get("/groups/new"))
    answer = max_.post("/groups/new", TYPED)
    made = rows(app, select(Group).where(Group.name == "Grief, Friday"))[0]
    assert (answer.status_code, answer.location) == (303, f"/groups/{made.id}/edit")
    assert (made.weekday, made.time_zone, made.capacity) == (4, "America/Chicago", 6)
    assert "nobody yet" in text(max_.get(f"/groups/{made.id}"))


WRONG = [
    {"name": ""},
    {"name": "Depression, Tuesday"},
    {"weekday": "7"},
    {"starts_at_wall": "25:00"},
    {"time_zone": "../etc"},
    {"capacity": "0"},
    {"capacity": "x"},
    {"minimum_size": "7"},
    {"group_type_id": "9" * 30},
    {"video_link": "javascript:x"},
    {"entry_policy": "never"},
]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: "-".join(*wrong.items())[:30])
def test_what_is_wrong_is_said_beside_it_and_what_was_typed_stays(cast, as_user, group_id, wrong):
    page = text(as_user(cast.lena.email).post("/groups/new", {**TYPED, **wrong}))
    kept = "25:00" if "starts_at_wall" in wrong else "17:30"
    assert ("Nothing was saved yet" in page, kept in page) == (True, True)


def test_a_change_is_kept_and_free_seats_are_offered(app, cast, as_user, group_id):
    lena, url = as_user(cast.lena.email), f"/groups/{group_id}/edit"
    page = lena.get(url)
    assert ('value="Depression, Tuesday"' in text(page), 'value="18:00"' in text(page)) == (
        True,
        True,
    )
    answer = lena.post(url, {**TYPED, "version": "1"})
    assert (answer.status_code, answer.location) == (303, f"/groups/{group_id}")
    said = text(lena.get(answer.location))
    assert "4 sessions ahead have the new time. 1 of those who wait were offered a seat." in said


def test_of_two_who_change_a_group_the_second_sees_both_versions(app, cast, as_user, group_id):
    lena, max_, url = as_user(cast.lena.email), as_user(cast.max.email), f"/groups/{group_id}/edit"
    assert max_.post(url, {**TYPED, "version": "1"}).status_code == 303
    mine = {**TYPED, "version": "1", "capacity": "9", "starts_at_wall": "19:00", "weekday": "2"}
    mine |= {"entry_policy": "any_week"}
    stale = lena.post(url, mine)
    page = text(stale)
    assert stale.status_code == 409
    for words in ("<td>6</td><td>9</td>", "<td>5:30 pm</td><td>7:00 pm</td>", "<td>any week</td>"):
        assert words in page
    assert ('value="9"' in page, "<td>Friday</td><td>Wednesday</td>" in page) == (True, True)
    version = page.split('name="version" type="hidden" value="')[1].split('"')[0]
    assert lena.post(url, {**mine, "version": version}).status_code == 303
    assert rows(app, select(Group.capacity).where(Group.id == group_id)) == [9]


def test_the_same_change_twice_differs_in_nothing(cast, as_user, group_id):
    lena, url = as_user(cast.lena.email), f"/groups/{group_id}/edit"
    for _ in range(2):
        answer = lena.post(url, {**TYPED, "version": "1"})
    assert "Both versions are the same" in text(answer)


def test_roles_begin_and_end(app, cast, as_user, group_id):
    max_, url = as_user(cast.max.email), f"/groups/{group_id}/facilitators"
    ben = {"user_id": str(cast.ben.id), "since": "2026-10-20"}
    assert "has a lead" in text(max_.post(url, {**ben, "role": "lead"}))
    assert "Nothing was saved yet" in text(max_.post(url, {"user_id": "x"}))
    assert max_.post(url, {**ben, "role": "observer"}).status_code == 303
    role = rows(app, select(Facilitator).where(Facilitator.user_id == cast.ben.id))[0]
    assert "first one to today" in text(max_.post(f"{url}/{role.id}/end", {"until": "2027-01-01"}))
    assert "Type the date" in text(max_.post(f"{url}/{role.id}/end", {"until": ""}))
    assert max_.post(f"{url}/{role.id}/end", {"until": "2026-10-21"}).status_code == 303
    assert "until Wed 21 Oct 2026" in text(max_.get(f"/groups/{group_id}/edit"))


@pytest.mark.parametrize("name", ["ana", "cleo"])
def test_therapists_do_not_set_groups_up(cast, as_user, group_id, name):
    browser, page = as_user(getattr(cast, name).email), f"/groups/{group_id}"
    answers = [browser.get("/groups/new"), browser.get(page + "/edit")]
    answers.append(browser.post(page + "/edit", TYPED))
    answers.append(browser.post(page + "/facilitators", {}))
    assert [answer.status_code for answer in answers] == [404] * 4
