"""Wall-clock times as moments, on the two odd nights in two zones."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from dashboard.clinical.calendar import WallTimeKind, instant_of, kind_of_wall_time, zone_named

NEW_YORK, BERLIN = "America/New_York", "Europe/Berlin"
# zone, date, time on the wall: hour and minute in UTC, kind
WALL_TIMES = {
    (NEW_YORK, date(2026, 3, 7), time(2, 30)): (7, 30, WallTimeKind.USUAL),
    (NEW_YORK, date(2026, 3, 8), time(1, 59)): (6, 59, WallTimeKind.USUAL),
    (NEW_YORK, date(2026, 3, 8), time(2, 0)): (7, 0, WallTimeKind.NONEXISTENT),
    (NEW_YORK, date(2026, 3, 8), time(2, 30)): (7, 30, WallTimeKind.NONEXISTENT),
    (NEW_YORK, date(2026, 3, 8), time(3, 0)): (7, 0, WallTimeKind.USUAL),
    (NEW_YORK, date(2026, 11, 1), time(0, 59)): (4, 59, WallTimeKind.USUAL),
    (NEW_YORK, date(2026, 11, 1), time(1, 0)): (5, 0, WallTimeKind.AMBIGUOUS),
    (NEW_YORK, date(2026, 11, 1), time(1, 30)): (5, 30, WallTimeKind.AMBIGUOUS),
    (NEW_YORK, date(2026, 11, 1), time(2, 0)): (7, 0, WallTimeKind.USUAL),
    (BERLIN, date(2026, 3, 29), time(2, 30)): (1, 30, WallTimeKind.NONEXISTENT),
    (BERLIN, date(2026, 3, 29), time(3, 0)): (1, 0, WallTimeKind.USUAL),
    (BERLIN, date(2026, 10, 25), time(2, 30)): (0, 30, WallTimeKind.AMBIGUOUS),
    (BERLIN, date(2026, 10, 25), time(3, 0)): (2, 0, WallTimeKind.USUAL),
}


@pytest.mark.parametrize("wall", WALL_TIMES, ids=str)
def test_a_wall_time_is_a_moment_of_a_kind(wall):
    zone, on, clock = wall
    hour, minute, kind = WALL_TIMES[wall]
    assert instant_of(on, clock, ZoneInfo(zone)) == datetime(
        on.year, on.month, on.day, hour, minute, tzinfo=UTC
    )
    assert kind_of_wall_time(on, clock, ZoneInfo(zone)) is kind


def test_the_first_of_two_times_is_meant_whatever_the_fold_says():
    on, clock = date(2026, 11, 1), time(1, 30)
    folded = instant_of(on, clock.replace(fold=1), ZoneInfo(NEW_YORK))
    assert folded == instant_of(on, clock, ZoneInfo(NEW_YORK))


@pytest.mark.parametrize("name", ["", "America", "America/Nowhere", "../etc/passwd", "\0", "EST5X"])
def test_an_unknown_zone_is_refused(name):
    with pytest.raises(ValueError, match="There is no time zone called"):
        zone_named(name)


def test_a_zone_is_found_by_its_name():
    assert zone_named(BERLIN) == ZoneInfo(BERLIN)
