"""From the numbers of the lead's charts to the people behind them."""

import re
from dataclasses import replace
from datetime import date, timedelta

from dashboard.caseload.outcomes import OutcomeFilters, Which
from dashboard.charts import Chart
from dashboard.outcomes.people import people_url

# What a row's name says of its people: a quarter, a cycle, a number of sessions attended. A plain
# number is one of sessions attended, or a week in the figure of first improvements.
_QUARTER = re.compile(r"Q([1-4]) (\d{4})")
_CYCLE = re.compile(r"Cycle (\d+)")
_SESSIONS = re.compile(r"(\d+) or (\d+) sessions")
# The columns after the row's name, and whom each counts.
_SHARES = {1: Which.IMPROVED, 2: Which.TWO_SCORES}
_IMPROVING = "improving"
_COUNTED = {
    "periods": _SHARES,
    "cycles": _SHARES,
    "by-sessions": _SHARES,
    "drop-out": {2: Which.DROPPED_OUT},
    _IMPROVING: {2: Which.IMPROVED_ONCE},
}


def with_people(figures: list[Chart], filters: OutcomeFilters) -> list[Chart]:
    """Give the counts of each table the address of those whom they count, where filters can say it.

    A line that stands in a chart for comparison counts nobody here, and leads nowhere.
    """
    return [replace(figure, cell_urls=_urls(figure, filters)) for figure in figures]


def _urls(figure: Chart, filters: OutcomeFilters) -> dict[tuple[int, int], str]:
    columns = _COUNTED.get(figure.key, {})
    return {
        (place, column): people_url(part, which)
        for place, row in enumerate(figure.table.rows)
        if (part := _part(figure.key, row[0], filters)) is not None
        for column, which in columns.items()
    }


def _part(key: str, name: object, filters: OutcomeFilters) -> OutcomeFilters | None:
    """The filters of the page narrowed to one row; None where the row is no part of them."""
    if isinstance(name, int) and key == _IMPROVING:
        return replace(filters, improved_in=name)
    if isinstance(name, int):
        return replace(filters, sessions=(name, name))
    said = str(name)
    if found := _QUARTER.fullmatch(said):
        return _quarter(int(found[1]), int(found[2]), filters)
    if found := _CYCLE.fullmatch(said):
        return replace(filters, cycle=int(found[1]))
    if found := _SESSIONS.fullmatch(said):
        return replace(filters, sessions=(int(found[1]), int(found[2])))
    return None


def _quarter(quarter: int, year: int, filters: OutcomeFilters) -> OutcomeFilters:
    """The quarter's days, as far as the page's own days reach."""
    first = date(year, 3 * quarter - 2, 1)
    last = date(year + quarter // 4, 3 * quarter % 12 + 1, 1) - timedelta(days=1)
    return replace(
        filters,
        closed_from=max(first, filters.closed_from or first),
        closed_to=min(last, filters.closed_to or last),
    )
