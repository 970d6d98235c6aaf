"""What an address may ask of an export; nonsense asks for nothing."""

from datetime import date

from dashboard.caseload.attendance_export import AttendanceFilters
from dashboard.clinical.attendance import Unmarked
from dashboard.clinical.words import Mark

QUERY = {
    "type": "depression",
    "group": "3",
    "facilitator": "4",
    "participant": "5",
    "cycle": "1",
    "from": "2026-09-29",
    "to": "2026-10-06",
}


def test_an_address_says_the_filters_and_the_filters_say_the_address():
    filters = AttendanceFilters.from_query(QUERY, ["present", "not_recorded"])
    assert filters == AttendanceFilters(
        "depression",
        3,
        4,
        5,
        1,
        date(2026, 9, 29),
        date(2026, 10, 6),
        frozenset({Mark.PRESENT, Unmarked.NOT_RECORDED}),
    )
    plain = filters.as_query()
    assert plain.pop("marks") == ["not_recorded", "present"]
    assert {name: str(value) for name, value in plain.items()} == QUERY


def test_nonsense_is_no_filter():
    bad = {"group": "0", "facilitator": "x", "participant": "9" * 20, "cycle": "9007199254740992"}
    dates = {"from": "1", "to": "2026-13-01", "type": ""}
    found = AttendanceFilters.from_query({**bad, **dates}, ["planned", "x"])
    assert found == AttendanceFilters()
    assert found.as_query() == {}
