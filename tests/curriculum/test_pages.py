"""The curriculum pages: for whom they are, what they say, and what a make-up changes."""

import re

import pytest

from dashboard.extensions import db
from dashboard.models.trail import ExportLine

TAKES = re.compile(r'<form method="post" action="([^"]+\.csv[^"]*)"')


def text(answer):
    return " ".join(answer.get_data(as_text=True).split())


@pytest.mark.parametrize("name", ["ana", "lena"])
def test_those_who_read_the_record_see_plan_and_progress(cast, as_user, taught, name):
    page = text(as_user(getattr(cast, name).email).get(f"/curriculum/groups/{taught.group_id}"))
    assert "Week 5 of 8: Distress tolerance, week 3 of 6 of this module" in page
    assert "not taught: Effectively, Pros and Cons." in page
    assert "1 of 2 modules begun, 3 of 18 skills attended" in page
    assert "figure-skills-map" in page


def test_administrators_see_the_plan_and_nobodys_progress(cast, as_user, taught):
    page = text(as_user(cast.max.email).get(f"/curriculum/groups/{taught.group_id}"))
    assert "STOP, Pros and Cons" in page
    assert [word in page for word in ("Rosa", "Wim", "Taught", "not taught")] == [False] * 4
    answer = as_user(cast.max.email).get(f"/curriculum/participants/{taught.rosa_id}")
    assert answer.status_code == 404


def test_a_stranger_and_a_missing_one_are_the_same(cast, as_user, taught):
    cleo = as_user(cast.cleo.email)
    paths = (f"groups/{taught.group_id}", "groups/4611686", f"participants/{taught.rosa_id}")
    assert [cleo.get(f"/curriculum/{path}").status_code for path in paths] == [404] * 3


def test_a_person_sees_dates_and_the_honest_sentence(cast, as_user, taught):
    page = text(as_user(cast.ana.email).get(f"/curriculum/participants/{taught.rosa_id}"))
    sentence = "2 of 4 modules begun, 6 of 35 skills attended, attendance not recorded for 1"
    assert f"DBT skills: {sentence}" in page
    assert "Homework done 1 of 1 times." in page


def make_up(browser, taught, skill="one_mindfully", on="2026-10-21", who=None):
    prefix = "curriculum-1-"
    form = {f"{prefix}skill": skill, f"{prefix}on": on, f"{prefix}who": str(who)}
    path = f"/curriculum/participants/{taught.rosa_id}/curricula/1/make-ups"
    return browser.post(path, form)


def test_a_make_up_counts_at_once(cast, as_user, taught):
    ana = as_user(cast.ana.email)
    assert make_up(ana, taught, who=cast.ana.id).status_code == 303
    page = text(ana.get(f"/curriculum/participants/{taught.rosa_id}"))
    assert "6 of 35 skills attended, 1 made up" in page
    assert "One-mindfully, Wed 21 Oct 2026, with Ana Ruiz" in page


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2026-10-23", "That day has not come yet."),
        ("2026-09-28", "That is before they joined the group."),
        ("soon", "Not a valid date value."),
    ],
)
def test_an_impossible_date_is_said_beside_the_field(cast, as_user, taught, on, said):
    answer = make_up(as_user(cast.ana.email), taught, on=on, who=cast.ana.id)
    page = text(answer)
    assert answer.status_code == 200
    assert said in page
    assert f'value="{on}"' in page


def test_only_what_was_missed_can_be_made_up(cast, as_user, taught):
    page = text(make_up(as_user(cast.ana.email), taught, skill="wise_mind", who=cast.ana.id))
    assert "Not a valid choice." in page


def test_a_curriculum_that_the_person_never_had_is_not_found(cast, as_user, taught):
    path = f"/curriculum/participants/{taught.rosa_id}/curricula/77/make-ups"
    assert as_user(cast.ana.email).post(path, {}).status_code == 404


def test_the_curricula_are_open_to_everyone(cast, as_user, taught):
    page = text(as_user(cast.cleo.email).get("/curriculum/"))
    assert "<strong>Distress tolerance</strong>: STOP, Pros and Cons, TIP" in page


def test_every_chart_of_a_cycle_and_of_a_person_can_be_taken(app, cast, as_user, taught):
    ana = as_user(cast.ana.email)
    of_group = TAKES.findall(ana.get(f"/curriculum/groups/{taught.group_id}").text)
    of_person = TAKES.findall(ana.get(f"/curriculum/participants/{taught.rosa_id}").text)
    keys = [path.split("?")[0].rsplit("/", 1)[1] for path in (*of_group, *of_person)]
    maps = ["skills-map.csv", "attendance-map.csv", "homework-map.csv", "practice.csv"]
    assert keys == [*maps, "practice-1.csv"]
    assert [ana.post(path).mimetype for path in (*of_group, *of_person)] == ["text/csv"] * 5
    with app.app_context():
        kept = [line.filters for line in db.session.query(ExportLine).order_by(ExportLine.id)]
    of_cycle = {"group": taught.group_id, "cycle": "1"}
    assert kept == [of_cycle] * 4 + [{"participant": taught.rosa_id}]


def test_nobody_takes_a_chart_that_is_not_theirs_or_not_there(cast, as_user, taught):
    paths = [f"groups/{taught.group_id}/practice.csv?cycle=1"]
    paths += [f"participants/{taught.rosa_id}/practice-1.csv"]
    for name in ("cleo", "max"):
        browser = as_user(getattr(cast, name).email)
        assert [browser.post(f"/curriculum/{path}").status_code for path in paths] == [404, 404]
    ana = as_user(cast.ana.email)
    assert ana.post(f"/curriculum/groups/{taught.group_id}/practice.csv?cycle=9").status_code == 404
