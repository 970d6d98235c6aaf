"""What the charts of a page draw is read back from the page and held against the database."""

import re
from collections import Counter
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.outcomes.naive import by_group, stays_that_started
from tests.browser.people import sign_in

# 'Q3 2026: 73% (44 of 60), 95% interval 61 to 83', or 'Q3 2026: 5 of 9' of a few.
SIZE = re.compile(r"([^:]+): .*?\d+ of (\d+).*")


@pytest.fixture
def lena(page, server):
    return sign_in(page, server.instance, "lena")


def drawn(page, key):
    """The traces of a figure as Plotly holds them, once it is drawn."""
    plot = page.locator(f"#figure-{key} [data-chart-plot]")
    plot.scroll_into_view_if_needed()
    expect(plot.locator(".main-svg").first).to_be_attached()
    return plot.evaluate(
        "plot => plot.data.map(({ x, y, hovertext }) => ({ x: [...x], y: [...y], hovertext }))"
    )


def points(traces):
    """Every point that stands for somebody: those that say something under the pointer."""
    return sorted(
        (x, y)
        for trace in traces
        if trace["hovertext"]
        for x, y in zip(trace["x"], trace["y"], strict=True)
    )


def test_a_groups_figures_are_its_scores(lena, server):
    for group, stays in list(by_group(stays_that_started(server.instance)).items())[:3]:
        lena.goto(f"/outcomes/groups/{group}")
        pairs = [stay.pair for stay in stays if stay.pair]
        assert points(drawn(lena, "start-end")) == sorted(pairs)
        changes = sorted(after - before for before, after in pairs)
        shown = sorted(y for _, y in points(drawn(lena, "attendance-outcome")))
        assert [round(value, 9) for value in shown] == [round(value, 9) for value in changes]
        came = sorted(stay.attended for stay in stays if stay.pair)
        assert sorted(x for x, _ in points(drawn(lena, "attendance-outcome"))) == came


def test_a_persons_line_is_their_scores_with_gaps_where_there_is_none(lena, server):
    stays = [stay for stay in stays_that_started(server.instance) if len(stay.scores) >= 3]
    for stay in (stays[0], stays[len(stays) // 2], stays[-1]):
        lena.goto(f"/outcomes/participants/{stay.participant}")
        line = lena.locator("[id^=figure-trajectory]").first
        key = line.get_attribute("id").removeprefix("figure-")
        scores = drawn(lena, key)[0]
        known = {week: value for week, value in stay.by_week().items() if -1 <= week <= 10}
        shown = dict(zip(scores["x"], scores["y"], strict=True))
        weeks = known.keys() | {week for week in stay.held_weeks if 1 <= week <= 10}
        assert weeks <= shown.keys() == set(range(min(shown), max(shown) + 1))
        assert shown == {week: known.get(week) for week in shown}


def test_the_practices_figures_are_its_counts(lena, server):
    stays = stays_that_started(server.instance)
    lena.goto("/outcomes/")
    closed = [stay for stay in stays if stay.is_closed]
    expect(lena.locator(".page-head-state")).to_contain_text(f"{len(closed)} people")
    both = sum(stay.pair is not None for stay in closed)
    expect(lena.get_by_text(f"of {both} with two scores").first).to_be_visible()
    sizes = sorted(
        sum(stay.pair is not None for stay in found) for found in by_group(closed).values()
    )
    assert sorted(x for x, _ in points(drawn(lena, "funnel"))) == sizes
    followed = drawn(lena, "drop-out")[0]
    assert len(followed["x"]) == max(stay.attended for stay in stays)
    paired = [stay for stay in closed if stay.pair]
    quarters = Counter(quarter_of(stay.first_attended + timedelta(days=63)) for stay in paired)
    assert counted(drawn(lena, "periods")) == quarters
    steps = Counter((stay.attended + 1) // 2 for stay in paired)
    named = {f"{2 * step - 1} or {2 * step} sessions": count for step, count in steps.items()}
    assert counted(drawn(lena, "by-sessions")) == named
    assert sum(counted(drawn(lena, "cycles")).values()) == len(paired)


def counted(traces):
    """Of how many each share is, as its point says; parts without anybody are left out."""
    told = [SIZE.fullmatch(words) for trace in traces for words in trace["hovertext"] or []]
    return {found[1]: int(found[2]) for found in told if int(found[2])}


def quarter_of(day):
    return f"Q{(day.month + 2) // 3} {day.year}"
