"""The outcome pages: what is shown is what was counted, to those whose it is."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.groups import Practice
from dashboard.models.trail import AuditLine, ReadingLine
from tests.outcomes.practices import AS_OF, seed

IMPROVED = {0: 18, 30: 9}
UNCHANGED = {0: 18, 30: 17}
PAGES = ["/outcomes/", "/outcomes/groups/{group}", "/outcomes/participants/{person}"]


def text_of(answer) -> str:
    assert answer.status_code == 200
    return " ".join(answer.get_data(as_text=True).split())


def test_the_practice_with_a_headline(app, cast, as_user):
    seed(app, cast.ana, [IMPROVED] * 15 + [UNCHANGED] * 10)
    with app.app_context(), writing():
        db.session.get_one(Practice, 1).claim_percent = 70
        db.session.commit()
    page = text_of(as_user(cast.lena.email).get("/outcomes/"))
    assert '<span class="number-value">60%</span>' in page
    assert "15 of 25 with two scores" in page
    assert "95% interval 41 to 77" in page
    assert "0% (0 of 25, 95% interval 0 to 13) got worse by more than measurement error." in page
    assert "100% (25 of 25, 95% interval 87 to 100) of those who started have an outcome." in page
    assert "The practice says 70%: that is not reached, and not ruled out" in page
    assert "NHS Talking Therapies, depression: reliable improvement</th><td>66.8%</td>" in page


def test_a_practice_that_claims_nothing_is_not_made_to_say_anything(app, cast, as_user):
    seed(app, cast.ana, [IMPROVED] * 15 + [UNCHANGED] * 10)
    page = text_of(as_user(cast.lena.email).get("/outcomes/"))
    assert "<strong>No public claim of the practice is on record.</strong>" in page
    assert "The practice says</th><td>no claim is on record</td>" in page
    assert "70%" not in page
    assert "Our claim" not in page


def test_each_line_of_others_stands_beside_the_same_people_by_its_own_rule(app, cast, as_user):
    seed(app, cast.ana, [IMPROVED] * 15 + [UNCHANGED] * 5 + [{0: 18}] * 5)
    page = text_of(as_user(cast.lena.email).get("/outcomes/"))
    assert ">Here, counted the same way</th>" in page
    whole = "60% (15 of 25, 95% interval 41 to 77)"
    for label, there, here in (
        ("depression: reliable improvement", "66.8%", whole),
        ("NHS Talking Therapies: recovery", "50.5%", whole),
        ("depression: reliable deterioration", "6.4%", "0% (0 of 25, 95% interval 0 to 13)"),
        ("improvement of those with data", "52.9%", "75% (15 of 20, 95% interval 53 to 89)"),
        ("for everyone", "43.7%", f"{whole}; missing counted as not improved"),
        ("gave no outcome data", "25.4%", "20% (5 of 25, 95% interval 9 to 39)"),
        ("remission over about 8 weeks", "12.5% (95% interval 7.8 to 18.0)", "–"),
    ):
        assert f"{label}</th><td>{there}</td><td>{here}</td>" in page
    assert "(mark A: read in an abstract only; figures cited)" in page


def test_outcome_stands_beside_attendance_with_its_caution(app, cast, as_user):
    seed(app, cast.ana, [IMPROVED] * 15 + [UNCHANGED] * 5)
    browser = as_user(cast.lena.email)
    assert "this does not say which." in text_of(browser.get("/outcomes/"))
    rows = browser.post("/outcomes/by-sessions.csv").text.splitlines()
    assert rows[1] == "7 or 8 sessions,15,20,75%,53 to 89,"


def test_a_share_of_ten_or_more_has_its_interval_beside_it(app, cast, as_user):
    seed(app, cast.ana, [IMPROVED] * 15 + [UNCHANGED] * 5 + [{0: 18}] * 5)
    page = text_of(as_user(cast.lena.email).get("/outcomes/"))
    assert '75% (15 of 20)</a> <span class="soft">53 to 89</span></td>' in page
    assert '0% (0 of 20)</a> <span class="soft">0 to 16</span></td>' in page
    beside = '80% (20 of 25)</a> <span class="soft">95% interval 61 to 91</span> of those who'
    assert beside in page


def test_few_people_get_counts_and_the_reason(app, cast, as_user):
    seed(app, cast.ana, [IMPROVED, UNCHANGED, {0: 18}])
    page = text_of(as_user(cast.ana.email).get("/outcomes/"))
    assert "No headline is stated." in page
    assert "Fewer than 20 people have an outcome: 18 more people" in page
    assert re.search(r"<li>everyone who started: <a [^>]+>1 of 3</a></li>", page)
    assert re.search(r'<td class="number-cell"><a [^>]+>1 of 2</a></td>', page)


def test_one_group_names_who_has_no_two_scores(app, cast, as_user):
    group, _ = seed(app, cast.ana, [IMPROVED, {0: 18}])
    page = text_of(as_user(cast.ana.email).get(f"/outcomes/groups/{group}"))
    assert "Improved reliably: 1 of 1 with two scores and a closed window; 2 started" in page
    assert ": no two scores, 8 of 8 sessions" in page
    assert "still within their 63 days" not in page


def test_a_group_says_who_is_shown_and_not_yet_counted(app, cast, as_user):
    group, _ = seed(app, cast.ana, [IMPROVED, {0: 18}])
    app.config["NOW"] = lambda: AS_OF - timedelta(days=21)
    page = text_of(as_user(cast.ana.email).get(f"/outcomes/groups/{group}"))
    assert "0 started. The figures include 2 people still within their 63 days" in page
    assert ": no two scores yet, 8 of 8 sessions, window open until" in page


def test_one_participant(app, cast, as_user):
    _, people = seed(app, cast.ana, [IMPROVED])
    page = text_of(as_user(cast.ana.email).get(f"/outcomes/participants/{people[0]}"))
    assert "recovered. 8 of 8 sessions attended." in page
    assert "PHQ-9 by week" in page


def test_pain_stands_above_mood(app, cast, as_user):
    _, people = seed(app, cast.ana, [{0: 7, 30: 4}], type_key="chronic_pain")
    page = text_of(as_user(cast.ana.email).get(f"/outcomes/participants/{people[0]}"))
    assert "Pain and mood by week" in page


def test_before_anyone_came_the_pages_say_what_they_will_show(app, cast, as_user):
    group, _ = seed(app, cast.ana, [])
    browser = as_user(cast.ana.email)
    assert "No course of treatment yet" in text_of(browser.get("/outcomes/"))
    assert "Nobody has attended a session yet" in text_of(browser.get(f"/outcomes/groups/{group}"))


@pytest.mark.parametrize("page", PAGES[1:])
def test_a_stranger_finds_neither_group_nor_participant(app, cast, as_user, page):
    group, people = seed(app, cast.ana, [IMPROVED])
    path = page.format(group=group, person=people[0])
    assert as_user(cast.cleo.email).get(path).status_code == 404
    assert as_user(cast.ana.email).get(page.format(group=999, person=999)).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_an_administrator_finds_no_outcomes(app, cast, as_user, page):
    group, people = seed(app, cast.ana, [IMPROVED])
    path = page.format(group=group, person=people[0])
    assert as_user(cast.max.email).get(path).status_code == 404


def test_bad_filters_are_no_filters(app, cast, as_user):
    seed(app, cast.ana, [IMPROVED])
    browser = as_user(cast.ana.email)
    page = text_of(browser.get("/outcomes/?type=zz&group=x&cycle=-1&from=soon&to="))
    assert "No course of treatment yet" in page
    assert "1 of 1 with two scores" not in page
    assert "1 of 1" in text_of(browser.get("/outcomes/?group=x&cycle=-1&from=soon&to="))


def test_reading_is_written_down_and_nothing_else(app, cast, as_user):
    _, people = seed(app, cast.ana, [IMPROVED])
    browser = as_user(cast.ana.email)

    def lines() -> tuple[int, list[list[int]]]:
        with app.app_context():
            audit = db.session.scalars(select(func.count()).select_from(AuditLine)).one()
            return audit, list(db.session.scalars(select(ReadingLine.participant_ids)))

    before = lines()
    browser.get(f"/outcomes/participants/{people[0]}")
    assert lines() == (before[0], [*before[1], [people[0]]])
