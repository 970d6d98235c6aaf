"""Groups set up and changed: what is refused, and sessions ahead that follow a new time."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from dashboard.clinical.words import EntryPolicy
from dashboard.errors import Conflict, Refused
from dashboard.extensions import db
from dashboard.records.groups import GroupSettings, change_group, set_up_group
from tests.cast import make_cast
from tests.factories import make_group

AT = datetime(2026, 10, 21, 16, tzinfo=UTC)  # a Wednesday; week 4 was on Tuesday 20 Oct
AHEAD = slice(4, 8)


@pytest.fixture
def made(database):
    return make_group(make_cast().ana, people=2)


def change(made, *, version=None, at=AT, **fields):
    settings = replace(GroupSettings.of(made.group), **fields)
    wanted = made.group.version if version is None else version
    return change_group(made.group.id, settings, version=wanted, by=1, at=at)


def test_a_group_is_set_up_as_typed(made):
    settings = replace(GroupSettings.of(made.group), name="Grief, Friday", weekday=4)
    group = set_up_group(settings, by=1, at=AT)
    assert (GroupSettings.of(group), group.created_at) == (settings, AT)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"group_type_id": 0}, "group_type_id"),
        ({"time_zone": "Mars/Olympus"}, "time_zone"),
        ({"minimum_size": 11}, "minimum_size"),
        ({"minimum_size": 0}, "minimum_size"),
        ({"name": "Grief, Friday"}, "name"),
        ({"capacity": 1, "minimum_size": 1}, "capacity"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(made, fields, field):
    set_up_group(replace(GroupSettings.of(made.group), name="Grief, Friday"), by=1, at=AT)
    with pytest.raises(Refused) as refusal:
        change(made, **fields)
    assert refusal.value.field == field


def test_a_group_may_be_as_small_as_its_people_are_many(made):
    group, _ = change(made, capacity=2, minimum_size=2, name=made.group.name)
    assert (group.capacity, group.minimum_size) == (2, 2)


def test_a_stale_version_is_a_conflict(made):
    before = made.group.version
    change(made, entry_policy=EntryPolicy.CLOSED_CYCLE)
    with pytest.raises(Conflict):
        change(made, version=before)
    assert made.group.version == before + 1


def test_another_name_moves_no_session(made):
    starts = [row.starts_at for row in made.sessions]
    assert change(made, name="Depression, evenings")[1] == 0
    assert [row.starts_at for row in made.sessions] == starts


def test_sessions_ahead_follow_to_another_day_and_zone_through_daylight_saving(made):
    chicago = {"weekday": 3, "starts_at_wall": time(17, 30), "time_zone": "America/Chicago"}
    assert change(made, **chicago, duration_minutes=60)[1] == 4
    assert [row.on_date.day for row in made.sessions] == [29, 6, 13, 20, 29, 5, 12, 19]
    starts = [row.starts_at for row in made.sessions[AHEAD]]
    # Summer time ends on 1 November: half past five is an hour later in UTC.
    assert [(at.hour, at.minute) for at in starts] == [(22, 30), (23, 30), (23, 30), (23, 30)]
    assert {row.ends_at - row.starts_at for row in made.sessions[AHEAD]} == {timedelta(minutes=60)}


def test_moved_cancelled_and_begun_sessions_stay(made):
    moved, cancelled, begun, follows = made.sessions[AHEAD]
    moved.on_date = date(2026, 10, 28)
    cancelled.cancelled_at, begun.started_at = AT, AT
    db.session.flush()
    assert change(made, weekday=0)[1] == 1
    assert (moved.on_date, follows.on_date) == (date(2026, 10, 28), date(2026, 11, 16))
    assert (cancelled.on_date, begun.on_date) == (date(2026, 11, 3), date(2026, 11, 10))


def test_a_session_whose_new_time_would_be_over_stays(made):
    monday = datetime(2026, 10, 27, 2, tzinfo=UTC)  # Monday evening; the group meets tomorrow
    assert change(made, at=monday, weekday=0)[1] == 3
    assert made.sessions[4].on_date == date(2026, 10, 27)
