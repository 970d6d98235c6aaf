"""What the charts of one person draw is read back from the page and held against the database."""

from collections import defaultdict

import pytest

from tests.browser.outcomes.drawn import figures, keys, levels, line, named
from tests.browser.outcomes.naive import ATTENDED
from tests.browser.outcomes.naive_change import sudden_gains
from tests.browser.outcomes.naive_taught import answers_by_week, taught

# Pain beside mood; a curriculum; a measure that is better when higher.
KINDS = ("chronic_pain", "dbt_skills", "relationship")
# Of PHQ-9, what pain itself may bring about is shown last.
OVERLAPPING = (3, 4, 5, 7, 8)


def someone(stays, kind, by_key):
    """All the stays of whoever has most to read there: sudden gains, then weeks without a score."""

    def to_read(stay):
        weeks = stay.shown(stay.scores)
        gains = sudden_gains(stay.by_week(stay.scores), by_key[stay.measure])
        return len(gains), list(weeks.values()).count(None)

    long = [stay for stay in stays if stay.type == kind and len(stay.scores) >= 6 and stay.pair]
    person = max(long, key=to_read).participant
    return [stay for stay in stays if stay.participant == person]


@pytest.mark.parametrize("kind", KINDS)
def test_a_persons_figures_are_their_scores(lena, server, stays, by_key, kind):
    courses = someone(stays, kind, by_key)
    found = figures(lena, f"/outcomes/participants/{courses[0].participant}")
    for stay in courses:
        rule = by_key[stay.measure]
        course = found.pop(f"trajectory-{stay.id}")
        the_line_has_its_gaps(course, stay, rule)
        the_lanes_are_the_sessions(course, stay, taught(server.instance))
        if stay.type == "chronic_pain":
            pain_above_mood(found, stay, (rule, by_key["phq9"]))
        for measure in {stay.measure} | ({"phq9"} if stay.type == "chronic_pain" else set()):
            weeks = answers_by_week(server.instance, stay, measure)
            if weeks:
                the_items(found.pop(f"items-{measure}-{stay.id}"), stay, weeks, by_key[measure])
    assert found.keys() == set()


def the_line_has_its_gaps(figure, stay, rule):
    shown = stay.shown(stay.scores)
    assert line(figure["data"][0]) == shown
    bands = {(shape["y0"], shape["y1"]) for shape in figure["layout"]["shapes"]}
    if stay.baseline:
        _, first = stay.baseline
        assert (max(rule.low, first - rule.needed), min(rule.high, first + rule.needed)) in bands
    assert levels(figure) == ({rule.cutoff[1]} if rule.cutoff else set())
    notes = figure["layout"]["annotations"]
    gains = {note["x"]: note["text"] for note in notes if note["text"].startswith("sudden gain")}
    assert {week: float(said.split(">")[1].split()[0]) for week, said in gains.items()} == {
        week: round(points, 2)
        for week, points in sudden_gains(stay.by_week(stay.scores), rule).items()
    }


def mark_of(meeting):
    if meeting.is_cancelled:
        return "cancelled"
    if meeting.mark is None:
        return "not recorded"
    return "attended" if meeting.mark in ATTENDED else "missed"


SKILL_MARKS = {
    "attended": "skill attended",
    "missed": "skill missed",
    "not recorded": "skill, attendance not recorded",
}


def the_lanes_are_the_sessions(figure, stay, of_sessions):
    weeks, skills = defaultdict(list), defaultdict(list)
    for meeting in stay.meetings:
        week = stay.week_of(meeting.on)
        weeks[mark_of(meeting)].append(week)
        for _, skill in of_sessions[meeting.id] if not meeting.is_cancelled else ():
            skills[SKILL_MARKS[mark_of(meeting)]].append((week, skill))
    lanes = {trace["name"]: trace for trace in figure["data"][1:]}
    assert lanes.keys() == weeks.keys() | skills.keys()
    assert {name: lanes[name]["x"] for name in weeks} == weeks
    assert {name: skills_of(lanes[name]) for name in skills} == skills


def skills_of(trace):
    return [(week, skill.strip()) for week, skill in zip(trace["x"], trace["text"], strict=True)]


def pain_above_mood(found, stay, rules):
    panels = found.pop(f"pain-and-mood-{stay.id}")
    starts = stay.baseline and stay.first_around_the_start(stay.mood)
    units = found.pop(f"units-{stay.id}") if starts else None
    for rule, scores in zip(rules, (stay.scores, stay.mood), strict=True):
        shown = stay.shown(scores)
        assert line(named(panels, rule.short_name)) == shown
        if units is None:
            continue
        _, first = stay.first_around_the_start(scores)
        assert line(named(units, rule.short_name)) == {
            week: None
            if value is None
            else pytest.approx(rule.improved(first, value) / rule.needed)
            for week, value in shown.items()
        }


def the_items(figure, stay, weeks, rule):
    last = OVERLAPPING if stay.type == "chronic_pain" and rule.short_name == "PHQ-9" else ()
    items = sorted(rule.items, key=lambda item: (item["number"] in last, item["number"]))
    assert figure["layout"]["xaxis"]["ticktext"] == [str(week) for week in weeks]
    assert [trace["name"] for trace in figure["data"]] == [item["topic"] for item in items]
    for place, (trace, item) in enumerate(zip(figure["data"], items, strict=True)):
        assert line(trace) == dict.fromkeys(range(len(weeks)), place)
        assert trace["text"] == [letter(answers, item) for answers in weeks.values()]


def letter(answers, item):
    if answers is None:
        return "–"
    answer = answers.get(item["key"])
    if answer is None:
        return "?"
    return str(item["minimum"] + item["maximum"] - answer if item["is_reversed"] else answer)


def test_nobody_elsewhere_has_a_figure_of_another_kind(lena, stays, by_key):
    for kind in {stay.type for stay in stays} - {*KINDS}:
        courses = someone(stays, kind, by_key)
        own = {
            f"{key}-{stay.id}"
            for stay in courses
            for key in (f"items-{stay.measure}", "trajectory")
        }
        assert keys(lena, f"/outcomes/participants/{courses[0].participant}") == own
