"""The way from a number of a chart to its people keeps the filters of the page."""

from datetime import date

import pytest

from dashboard.caseload.outcomes import OutcomeFilters
from dashboard.charts.chart import Chart, table_of
from dashboard.outcomes.drilling import with_people


def urls(app, key, name, filters=None):
    chart = Chart(key, "T", "S", {}, table_of(["Period", "Improved", "Of"], [[name, 1, 2]]))
    with app.test_request_context():
        (found,) = with_people([chart], filters or OutcomeFilters())
    return {cell: url.removeprefix("/outcomes/people?") for cell, url in found.cell_urls.items()}


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("Q1 2026", "from=2026-01-01&to=2026-03-31"),
        ("Q3 2026", "from=2026-07-01&to=2026-09-30"),
        ("Q4 2026", "from=2026-10-01&to=2026-12-31"),
    ],
)
def test_a_quarter_is_its_days(app, name, days):
    found = urls(app, "periods", name)
    assert found == {(0, 1): f"which=improved&{days}", (0, 2): f"which=two_scores&{days}"}


def test_a_quarter_reaches_no_further_than_the_page(app):
    asked = OutcomeFilters(group_type="ocd", closed_from=date(2026, 11, 5))
    found = urls(app, "periods", "Q4 2026", asked)
    assert found[0, 2] == "which=two_scores&type=ocd&from=2026-11-05&to=2026-12-31"


def test_steps_and_cycles_and_lines_to_compare_with(app):
    assert urls(app, "cycles", "Cycle 2")[0, 1] == "which=improved&cycle=2"
    assert urls(app, "by-sessions", "7 or 8 sessions")[0, 2] == "which=two_scores&sessions=7-8"
    assert urls(app, "drop-out", 3) == {(0, 2): "which=dropped_out&sessions=3-3"}
    assert urls(app, "improving", 3) == {(0, 2): "which=improved_once&improved_in=3"}
    assert urls(app, "periods", "The practice says") == urls(app, "funnel", "Q1 2026") == {}


def test_the_page_says_which_sessions_it_is_narrowed_to(cast, as_user):
    lena = as_user(cast.lena.email)
    assert "Only those with 7 to 8 sessions attended." in lena.get("/outcomes/?sessions=7-8").text
    assert "Only those with" not in lena.get("/outcomes/?sessions=8-7").text
    assert "1 session attended" in lena.get("/outcomes/people?sessions=1-1").text
