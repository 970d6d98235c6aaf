"""The sessions of a cycle: through daylight saving, closures, skipped and moved weeks."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clinical.calendar import PlannedSession, ScheduleRefused, session_instants

ZONES = ["America/New_York", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe"]
TUESDAY = 1


def plan(first=date(2026, 10, 20), weekday=TUESDAY, at=time(18), zone=ZONES[0], **others):
    asked = {"duration_minutes": 90, "count": 3, **others}
    return session_instants(first, weekday, at, zone, **asked)


def dates(sessions):
    return [(session.on_date.month, session.on_date.day) for session in sessions]


def test_the_time_on_the_wall_stays_when_the_clocks_change_in_new_york():
    assert plan() == (
        PlannedSession(1, date(2026, 10, 20), at(2026, 10, 20, 22, 0), at(2026, 10, 20, 23, 30)),
        PlannedSession(2, date(2026, 10, 27), at(2026, 10, 27, 22, 0), at(2026, 10, 27, 23, 30)),
        PlannedSession(3, date(2026, 11, 3), at(2026, 11, 3, 23, 0), at(2026, 11, 4, 0, 30)),
    )


def test_the_time_on_the_wall_stays_when_the_clocks_change_in_berlin():
    sessions = plan(first=date(2026, 3, 24), zone="Europe/Berlin", count=2)
    assert [session.starts_at.hour for session in sessions] == [17, 16]


def test_a_session_across_the_change_lasts_its_minutes():
    (session,) = plan(date(2026, 11, 1), 6, time(0, 30), count=1)
    assert (session.starts_at, session.ends_at) == (at(2026, 11, 1, 4, 30), at(2026, 11, 1, 6, 0))


def at(*parts):
    return datetime(*parts, tzinfo=UTC)


def test_a_cycle_starts_on_the_first_such_weekday():
    assert dates(plan(date(2026, 10, 21), count=1)) == [(10, 27)]
    assert dates(plan(date(2026, 10, 27), count=1)) == [(10, 27)]


CLOSED, SKIPPED = date(2026, 10, 27), date(2026, 11, 3)
LEFT_OUT = {
    "nothing": ({}, [(10, 20), (10, 27), (11, 3)]),
    "closed": ({"closures": [CLOSED]}, [(10, 20), (11, 3), (11, 10)]),
    "skipped": ({"skipped": [SKIPPED]}, [(10, 20), (10, 27), (11, 10)]),
    "both": ({"closures": [CLOSED], "skipped": [SKIPPED]}, [(10, 20), (11, 10), (11, 17)]),
    "the first": ({"closures": [date(2026, 10, 20)]}, [(10, 27), (11, 3), (11, 10)]),
    "another day": ({"closures": [date(2026, 10, 28)]}, [(10, 20), (10, 27), (11, 3)]),
    "moved": ({"moved": {CLOSED: date(2026, 10, 29)}}, [(10, 20), (10, 29), (11, 3)]),
    "moved away from a closure": (
        {"closures": [CLOSED], "moved": {CLOSED: date(2026, 10, 26)}},
        [(10, 20), (10, 26), (11, 3)],
    ),
    "moved onto a closure": (
        {"closures": [date(2026, 10, 26)], "moved": {CLOSED: date(2026, 10, 26)}},
        [(10, 20), (11, 3), (11, 10)],
    ),
}


@pytest.mark.parametrize("case", LEFT_OUT)
def test_the_cycle_keeps_its_sessions(case):
    asked, expected = LEFT_OUT[case]
    sessions = plan(**asked)
    assert dates(sessions) == expected
    assert [session.week for session in sessions] == [1, 2, 3]


REFUSED = [
    ({"weekday": 7}, "The weekday must be 0 (Monday) to 6 (Sunday)."),
    ({"weekday": -1}, "The weekday must be 0 (Monday) to 6 (Sunday)."),
    ({"duration_minutes": 0}, "A session lasts 1 to 720 minutes."),
    ({"duration_minutes": 721}, "A session lasts 1 to 720 minutes."),
    ({"count": 0}, "A cycle has 1 to 52 sessions."),
    ({"count": 53}, "A cycle has 1 to 52 sessions."),
    ({"first": date(9999, 12, 30)}, "The year must be between 1900 and 2200."),
    ({"first": date(2200, 12, 20)}, "The year must be between 1900 and 2200."),
    (
        {"moved": {CLOSED: date(2026, 11, 3)}},
        "The session of 2026-10-27 can move by at most six days.",
    ),
    (
        {"moved": {CLOSED: date(2026, 11, 2), SKIPPED: date(2026, 10, 30)}},
        "The session moved to 2026-10-30 would not come after the one before.",
    ),
]


@pytest.mark.parametrize(("asked", "message"), REFUSED)
def test_what_cannot_be_scheduled_is_refused(asked, message):
    with pytest.raises(ScheduleRefused) as refusal:
        plan(**asked)
    assert str(refusal.value) == message


def test_the_largest_numbers_are_allowed():
    assert len(plan(duration_minutes=720, count=52)) == 52


@settings(max_examples=60)
@given(
    st.dates(date(1990, 1, 1), date(2060, 1, 1)),
    st.integers(0, 6),
    st.times().map(lambda clock: clock.replace(microsecond=0)),
    st.sampled_from(ZONES),
    st.integers(1, 12),
    st.sets(st.integers(0, 90), max_size=6),
)
def test_every_cycle_has_its_sessions_on_its_weekday(first, weekday, clock, zone, count, closed):
    closures = {first + timedelta(days=days) for days in closed}
    sessions = session_instants(first, weekday, clock, zone, 60, count, closures)
    assert [session.week for session in sessions] == list(range(1, count + 1))
    assert {session.on_date.weekday() for session in sessions} == {weekday}
    assert not {session.on_date for session in sessions} & closures
    assert sorted({session.on_date for session in sessions}) == [s.on_date for s in sessions]
    assert {session.ends_at - session.starts_at for session in sessions} == {timedelta(hours=1)}
    assert all(shown(session.starts_at, zone) in allowed(clock) for session in sessions)


def shown(instant, zone):
    return instant.astimezone(ZoneInfo(zone)).time().replace(fold=0)


def allowed(clock):
    """What the wall may show: the time, or later by a jump of half an hour or an hour."""
    asked = datetime.combine(date(2000, 1, 1), clock)
    return {(asked + timedelta(minutes=jump)).time() for jump in (0, 30, 60)}
