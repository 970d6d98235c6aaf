"""The filters of the outcome pages: what cannot be read is no filter."""

from datetime import date

import pytest

from dashboard.caseload.outcomes import OutcomeFilters


def test_reads_every_filter():
    query = {
        "type": "ocd",
        "group": "4",
        "cycle": "2",
        "measure": "ocir",
        "curriculum": "none",
        "from": "2026-01-01",
        "to": "2026-10-31",
    }
    assert OutcomeFilters.from_query(query) == OutcomeFilters(
        "ocd", 4, 2, "ocir", "none", date(2026, 1, 1), date(2026, 10, 31)
    )


@pytest.mark.parametrize("bad", ["", "x", "-1", "0", "1.5", "٣", "9" * 40, "9999999999999999"])
def test_a_bad_value_is_no_filter(bad):
    query = {"type": "", "group": bad, "cycle": bad, "curriculum": bad, "from": bad, "to": bad}
    assert OutcomeFilters.from_query(query) == OutcomeFilters()


@pytest.mark.parametrize(
    ("day", "admitted"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 1, 31), True),
        (date(2026, 2, 1), False),
    ],
)
def test_the_days_of_the_period_are_included(day, admitted):
    filters = OutcomeFilters(closed_from=date(2026, 1, 1), closed_to=date(2026, 1, 31))
    assert filters.admits(day) is admitted


def test_without_dates_every_day_is_asked_for():
    assert OutcomeFilters().admits(date(1999, 1, 1))


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("7-8", (7, 8)),
        ("3-3", (3, 3)),
        ("8-7", None),
        ("3", None),
        ("٣-٤", None),
        ("1-99999", None),
    ],
)
def test_the_sessions_attended_are_from_and_to(said, ends):
    found = OutcomeFilters.from_query({"sessions": said})
    assert found.sessions == ends
    assert OutcomeFilters.from_query({k: str(v) for k, v in found.as_query().items()}) == found


@pytest.mark.parametrize(
    ("said", "week"), [("3", 3), ("0", None), ("-1", None), ("1.5", None), ("x", None), ("٣", None)]
)
def test_the_week_of_the_first_improvement_narrows_people_and_no_report(said, week):
    found = OutcomeFilters.from_query({"improved_in": said, "type": "ocd"})
    assert found == OutcomeFilters("ocd", improved_in=week)
    assert OutcomeFilters.from_query({k: str(v) for k, v in found.as_query().items()}) == found
    assert found.of_a_report() == OutcomeFilters("ocd")
