"""What the charts of the practice draw is read back from the page and held against its database."""

import math
import re
import sqlite3
from collections import Counter, defaultdict

import pytest
from playwright.sync_api import expect

from tests.browser.outcomes.drawn import figures, levels, line, numbers_under, people
from tests.browser.outcomes.naive import by_group
from tests.browser.outcomes.naive_change import Z, came_and_changed, share_of, wilson

# 'Q3 2026: 73% (44 of 60), 95% interval 61 to 83', or 'Q3 2026: 5 of 9' of a few.
SHARE = re.compile(r"([^:]+): .*?(\d+) of (\d+).*")
STEP = re.compile(r"\w+ (\d+): \D*(\d+) of (\d+)\b.*")

OF_THE_PRACTICE = {"periods", "cycles", "funnel", "by-sessions", "drop-out", "improving"}


def shares(figure):
    """What each point says and where it stands: {part: (count, of, height)}."""
    found = {}
    for trace in figure["data"]:
        for said, x, y in zip(trace.get("hovertext") or [], trace["x"], trace["y"], strict=False):
            name, count, of = SHARE.fullmatch(said).groups()
            found[name] = int(count), int(of), y if name == x else (x, y)
    return found


def parts(stays, by_key, name_of):
    """The same from the database: those with two scores, part by part."""
    found = defaultdict(list)
    for stay in stays:
        found[name_of(stay)].append(stay)
    counted = {name: share_of(rows, by_key) for name, rows in found.items()}
    return {
        name: (count, of, pytest.approx(count / of) if of >= 10 else None)
        for name, (count, of) in counted.items()
    }


def whiskers_are_wilsons(figure):
    """The whiskers end where the naive interval does; a few people have none."""
    (trace,) = figure["data"]
    ends = zip(trace["error_y"]["arrayminus"], trace["error_y"]["array"], strict=True)
    for (count, of, share), (down, up) in zip(shares(figure).values(), ends, strict=True):
        if share is None:
            assert (down, up) == (None, None)
        else:
            assert (share - down, share + up) == pytest.approx(wilson(count, of), abs=1e-9)


def the_steps_are_counted(figure, counted, *, turned=False):
    """Points, words, the numbers under the axis and the band around the line."""
    trace, band = figure["data"]
    words = [STEP.fullmatch(said) for said in trace["hovertext"]]
    told = {int(found[1]): (int(found[2]), int(found[3])) for found in words}
    assert told == {at: (happened, of) for at, (happened, of, *_) in counted.items()}
    assert numbers_under(figure) == {at: of for at, (_, of, *_) in counted.items()}
    remaining = {at: share for at, (*_, share, _) in counted.items()}
    shares = {at: 1 - share if turned else share for at, share in remaining.items()}
    assert line(trace) == pytest.approx(shares)
    ends = {end for *_, around in counted.values() for end in around}
    drawn = {round(1 - end if turned else end, 9) for end in band["y"]}
    assert sorted(drawn) == pytest.approx(sorted({round(end, 9) for end in ends}), abs=1e-8)


def steps_counted(people_until):
    """{step: (happened, followed, share left, interval)} from (until, happened), by products."""
    remaining, total, found = 1.0, 0.0, {}
    for at in range(1, max(until for until, _ in people_until) + 1):
        followed = sum(until >= at for until, _ in people_until)
        happened = sum(until == at and it for until, it in people_until)
        remaining *= (followed - happened) / followed
        total += happened / (followed * (followed - happened)) if happened < followed else 0
        found[at] = happened, followed, remaining, greenwoods(remaining, total)
    return found


def greenwoods(share, total):
    """The ends on the log-log scale; none while nothing has happened, or to everybody."""
    if not 0 < share < 1:
        return ()
    middle, reach = math.log(-math.log(share)), Z * math.sqrt(total) / -math.log(share)
    return tuple(math.exp(-math.exp(middle + way * reach)) for way in (1, -1))


def until_improved(stay, rule):
    """The week of the first reliable improvement or of the last score, and whether it came."""
    first = stay.baseline
    if first is None:
        return None
    later = [
        (stay.week_of(on), value)
        for on, value in stay.scores
        if first[0] < on <= stay.last_day and stay.week_of(on) >= 1
    ]
    weeks = [week for week, value in later if rule.moved(first[1], value) > 0]
    if weeks:
        return weeks[0], True
    return (later[-1][0], False) if later else None


def quarter_of(stay):
    return f"Q{(stay.last_day.month + 2) // 3} {stay.last_day.year}"


def sessions_of(stay):
    step = (stay.attended + 1) // 2
    return f"{2 * step - 1} or {2 * step} sessions"


def claim_of(instance):
    with sqlite3.connect(f"file:{instance / 'groupwork.db'}?mode=ro", uri=True) as file:
        return file.execute("select claim_percent from practice").fetchone()[0] / 100


def shares_over_time_are_counted(found, closed, by_key, claim):
    names = {
        "periods": quarter_of,
        "cycles": lambda stay: f"Cycle {stay.cycle}",
        "by-sessions": sessions_of,
    }
    for key, name_of in names.items():
        figure = found.pop(key)
        assert shares(figure) == parts(closed, by_key, name_of)
        whiskers_are_wilsons(figure)
        assert (claim in levels(figure)) == (key != "by-sessions")


def test_the_practices_figures_are_its_counts(lena, server, stays, by_key):
    found = figures(lena, "/outcomes/")
    closed = [stay for stay in stays if stay.is_closed]
    expect(lena.locator(".page-head-state")).to_contain_text(f"{len(closed)} people")
    both = sum(stay.pair is not None for stay in closed)
    expect(lena.get_by_text(f"of {both} with two scores").first).to_be_visible()
    shares_over_time_are_counted(found, closed, by_key, claim_of(server.instance))
    the_funnel_is_its_groups(found.pop("funnel"), closed, by_key)
    left = [(stay.attended, stay.has_dropped_out) for stay in stays]
    the_steps_are_counted(found.pop("drop-out"), steps_counted(left))
    improving = [until_improved(stay, by_key[stay.measure]) for stay in stays]
    known = [row for row in improving if row is not None]
    the_steps_are_counted(found.pop("improving"), steps_counted(known), turned=True)
    assert found.keys() == set()


def the_funnel_is_its_groups(figure, closed, by_key):
    counted = {rows[0].group_name: share_of(rows, by_key) for rows in by_group(closed).values()}
    assert shares(figure) == {
        name: (count, of, (of, pytest.approx(count / of)))
        for name, (count, of) in counted.items()
        if of
    }
    count, of = share_of(closed, by_key)
    assert levels(figure) == {round(count / of, 9)}


def test_one_measures_figure_has_everybody_with_two_scores(lena, stays, by_key):
    found = figures(lena, "/outcomes/?measure=peg")
    closed = [stay for stay in stays if stay.is_closed and stay.measure == "peg" and stay.pair]
    assert people(found.pop("attendance-outcome")) == Counter(
        came_and_changed(stay, by_key["peg"]) for stay in closed
    )
    assert found.keys() == OF_THE_PRACTICE
