"""What the charts of a group draw is read back from the page and held against the database."""

from collections import Counter
from statistics import mean

import pytest

from tests.browser.outcomes.drawn import figures, keys, levels, line, named, numbers_under, people
from tests.browser.outcomes.naive import by_group
from tests.browser.outcomes.naive_change import came_and_changed, reach_of_mean
from tests.browser.outcomes.naive_taught import skills_had, taught

# A group of each kind of page: of one measure, of pain beside mood, with a curriculum.
OF_EVERY_GROUP = {"trajectories", "change", "start-end", "attendance-outcome"}
KINDS = ("depression", "chronic_pain", "dbt_skills")


def group_of(stays, kind):
    return next(rows for rows in by_group(stays).values() if rows[0].type == kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_groups_figures_are_its_scores(lena, server, stays, by_key, kind):
    rows = group_of(stays, kind)
    rule, known = by_key[rows[0].measure], [stay for stay in rows if stay.pair]
    found = figures(lena, f"/outcomes/groups/{rows[0].group}")
    everyones_lines_and_their_mean(found.pop("trajectories"), rows)
    the_changes_in_order(found.pop("change"), known, rule)
    start_and_end(found.pop("start-end"), known, rule)
    came = found.pop("attendance-outcome")
    assert people(came) == Counter(came_and_changed(stay, rule) for stay in known)
    assert levels(came) == {-rule.needed, 0, rule.needed}
    if kind == "chronic_pain":
        pain_beside_mood(found.pop("change-change"), rows, (rule, by_key["phq9"]))
    if kind == "dbt_skills":
        skills_beside_outcome(found.pop("coverage-outcome"), server.instance, stays, rows, rule)
    assert found.keys() == set()


def everyones_lines_and_their_mean(figure, rows):
    weeks = [(stay.name, stay.by_week(stay.scores)) for stay in rows]
    *persons, _ = figure["data"]
    drawn = Counter((trace["name"], *line(trace).items()) for trace in persons)
    assert drawn == Counter((name, *scores.items()) for name, scores in weeks)
    values = {week: [] for _, scores in weeks for week in sorted(scores)}
    for _, scores in weeks:
        for week, value in scores.items():
            values[week] += [] if value is None else [value]
    trace = named(figure, "mean")
    assert line(trace) == {
        week: pytest.approx(mean(found)) if found else None for week, found in values.items()
    }
    assert numbers_under(figure) == {week: len(found) for week, found in values.items()}
    for side in ("array", "arrayminus"):
        reaches = dict(zip(trace["x"], trace["error_y"][side], strict=True))
        # The printed table of t has three decimals.
        assert reaches == {
            week: pytest.approx(reach_of_mean(found), rel=3e-4) if len(found) > 1 else None
            for week, found in values.items()
        }


def the_changes_in_order(figure, known, rule):
    names = figure["layout"]["yaxis"]["ticktext"]
    placed = sorted((place, name, x, was) for (name, x, place, was) in people(figure).elements())
    assert [name for _, name, *_ in placed] == names
    drawn = [(name, x, was) for _, name, x, was in placed]
    by_hand = [(name, x, was) for name, _, x, was in (came_and_changed(s, rule) for s in known)]
    assert Counter(drawn) == Counter(by_hand)
    ordered = [-rule.improved(0, x) for _, x, _ in drawn]
    assert ordered == sorted(ordered)
    stems = figure["data"][0]
    assert [round(x, 9) for x in stems["x"][1::3]] == [x for _, x, _ in drawn]
    assert (set(stems["x"][::3]), set(stems["x"][2::3])) == ({0}, {None})


def start_and_end(figure, known, rule):
    assert people(figure) == Counter(
        (stay.name, *(round(score, 9) for score in stay.pair), rule.category(*stay.pair))
        for stay in known
    )
    below, above, diagonal = (line(trace) for trace in figure["data"][:3])
    ends = (rule.low, rule.high)
    assert diagonal == {end: end for end in ends}
    assert below == {end: end - rule.needed for end in ends}
    assert above == {end: end + rule.needed for end in ends}
    assert levels(figure) == ({rule.cutoff[1]} if rule.cutoff else set())


ZONES = {
    (1, 1): "both better",
    (1, 0): "one better",
    (0, 1): "one better",
    (0, 0): "neither changed reliably",
}


def pain_beside_mood(figure, rows, rules):
    by_hand = Counter()
    for stay in rows:
        pairs = stay.pair, stay.pair_of(stay.mood)
        if None in pairs:
            continue
        both = list(zip(rules, pairs, strict=True))
        units = [round(rule.improved(*pair) / rule.needed, 9) for rule, pair in both]
        moved = tuple(rule.moved(*pair) for rule, pair in both)
        by_hand[stay.name, *units, ZONES.get(moved, "at least one worse")] += 1
    assert by_hand
    assert people(figure) == by_hand


def skills_beside_outcome(figure, instance, stays, rows, rule):
    modules = figure["layout"]["xaxis"]["ticktext"][:-1]
    names = figure["layout"]["yaxis"]["ticktext"]
    meetings = {each.id for stay in stays for each in stay.held if stay.curriculum}
    of_sessions = taught(instance)
    assert modules == list(
        dict.fromkeys(module for row in sorted(meetings) for module, _ in of_sessions[row])
    )
    categories = {place: was for _, _, place, was in people(figure).elements()}
    drawn = Counter()
    for place, trace in enumerate(row for row in figure["data"] if row["mode"] == "text"):
        assert (trace["name"], set(trace["y"])) == (names[place], {place})
        *cells, change = trace["text"]
        drawn[trace["name"], *cells, in_points(change), categories.get(place)] += 1
    assert drawn == Counter(row_by_hand(instance, stays, s, modules, rule) for s in rows)


def row_by_hand(instance, stays, stay, modules, rule):
    own = [each for each in stays if each.participant == stay.participant and each.curriculum]
    cells = [f"{had}/{of}" if of else "–" for had, of in skills_had(instance, own, modules)]
    moved = round(stay.pair[1] - stay.pair[0], 2) if stay.pair else None
    return stay.name, *cells, moved, rule.category(*stay.pair) if stay.pair else None


def in_points(text):
    return None if text == "no data" else float(text.replace("−", "-"))


def test_no_other_group_has_a_figure_of_another_kind(lena, stays):
    for rows in by_group(stays).values():
        if rows[0].type not in KINDS:
            assert keys(lena, f"/outcomes/groups/{rows[0].group}") == OF_EVERY_GROUP
