"""Kinds of group: named, measured, taught and started from as the practice sets them."""

import pytest
from sqlalchemy import select

from dashboard.caseload.checkins.asking import rhythm_of
from dashboard.caseload.practice.group_types import primary_measures
from dashboard.caseload.reach import find_group
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.curricula import Curriculum
from dashboard.models.groups import GroupType
from dashboard.models.measures import Measure
from dashboard.models.trail import AuditLine
from dashboard.records.practice.group_types import KindSettings
from tests.cast import viewer_of
from tests.factories import make_group
from tests.practice.conftest import NOON


@pytest.fixture
def ids(app, cast, practice):
    """The ids of one kind with a group, of another one, and of what they could have."""
    with app.app_context(), writing():
        made = make_group(db.session.merge(cast.ana), people=1)
        found = {
            "group": made.group.id,
            "dbt": db.session.scalars(select(Curriculum.id)).one(),
            **dict(db.session.execute(select(GroupType.key, GroupType.id)).all()),
            **dict(db.session.execute(select(Measure.key, Measure.id)).all()),
        }
        db.session.commit()
    return found


@pytest.fixture
def path(ids):
    return f"/practice/group-types/{ids['depression']}"


@pytest.fixture
def typed(ids):
    return {
        "name": "Low mood",
        "primary_measure_id": str(ids["gad7"]),
        "curriculum_id": str(ids["dbt"]),
        "duration_minutes": "75",
        "cycle_length": "12",
        "version": "1",
    }


def kept(app, ids):
    with app.app_context():
        return KindSettings.of(db.session.get_one(GroupType, ids["depression"]))


def test_a_kind_is_changed_and_the_trail_keeps_what_was_before(app, lena, ids, path, typed):
    opened = lena.get(path).text
    assert 'value="Depression"' in opened
    assert f'<option selected value="{ids["phq9"]}">PHQ-9' in opened
    page = lena.get("/practice/group-types").text
    assert f'href="{path}">Depression</a>' in page
    assert "90 min" in page
    assert lena.post(path, typed).location == "/practice/group-types"
    assert kept(app, ids) == KindSettings("Low mood", ids["gad7"], ids["dbt"], 75, 12)
    with app.app_context():
        query = select(AuditLine).where(AuditLine.action == "change group type")
        line = db.session.scalars(query).one()
        assert (line.subject, line.subject_id) == ("group_types", ids["depression"])
        assert line.detail == {
            "name": ["Depression", "Low mood"],
            "primary_measure_id": [ids["phq9"], ids["gad7"]],
            "curriculum_id": [None, ids["dbt"]],
            "duration_minutes": [90, 75],
            "cycle_length": [8, 12],
        }


def test_groups_are_asked_the_new_measure_and_keep_their_length(app, lena, cast, ids, path, typed):
    lena.post(path, typed)
    with app.app_context():
        viewer = viewer_of(cast.ana, NOON)
        group = find_group(viewer, ids["group"])
        assert next(iter(rhythm_of(viewer, group).weeks)) == "gad7"
        assert (group.duration_minutes, group.cycle_length) == (90, 8)


def test_a_new_group_starts_from_its_kind(lena, ids, path, typed):
    lena.post(path, typed)
    page = lena.get(f"/groups/new?kind={ids['depression']}").text
    assert f'<option selected value="{ids["depression"]}">Low mood' in page
    assert 'name="duration_minutes" required type="number" value="75"' in page
    assert 'name="cycle_length" required type="number" value="12"' in page
    other = lena.get("/groups/new?kind=nothing").text
    assert 'name="duration_minutes" required type="number" value="90"' in other


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": ""}, "A name is needed."),
        ({"name": "Anxiety"}, "Another kind of group has this name."),
        ({"primary_measure_id": "99999"}, "Choose one of the measures."),
        ({"curriculum_id": "99999"}, "Choose one of the curricula."),
        ({"duration_minutes": "14"}, "Type a number from 15 to 480."),
        ({"cycle_length": "53"}, "Type a number from 1 to 52."),
    ],
)
def test_what_cannot_be_is_refused_and_stays_typed(app, lena, ids, path, typed, change, words):
    page = lena.post(path, {**typed, **change}).text
    assert words in page
    assert 'value="{}"'.format({**typed, **change}["cycle_length"]) in page
    assert kept(app, ids).name == "Depression"


def test_a_rating_of_change_and_what_has_no_total_cannot_come_first(
    app, cast, lena, ids, path, typed
):
    left_out = {"global_change", "dbt_wccl"}
    with app.app_context():
        keys = {each.definition.key for each in primary_measures(viewer_of(cast.lena, NOON))}
        assert {"phq9", "gad7", "peg"} <= keys
        assert left_out & keys == set()
    for key in left_out:
        page = lena.post(path, {**typed, "primary_measure_id": str(ids[key])}).text
        assert "Choose one of the measures." in page


def test_two_who_change_it_at_once_see_both(app, lena, max_, ids, path, typed):
    assert lena.post(path, typed).status_code == 303
    page = max_.post(path, {**typed, "name": "Blues"}).text
    assert "Somebody has changed this kind of group" in page
    assert "What is kept now" in page
    assert 'value="Blues"' in page
    assert kept(app, ids).name == "Low mood"
    assert max_.post(path, {**typed, "name": "Blues", "version": "2"}).status_code == 303
    assert max_.post(path, {**typed, "name": "Blues", "version": "3"}).status_code == 303
    with app.app_context():
        assert db.session.get_one(GroupType, ids["depression"]).version == 3


def test_kinds_are_the_practices_own(as_user, cast, lena, path, typed):
    ana = as_user(cast.ana.email)
    for address in (path, "/practice/group-types"):
        assert ana.get(address).status_code == 404
    assert ana.post(path, typed).status_code == 404
    assert lena.get("/practice/group-types/99999").status_code == 404
