"""What a participant's figures show is what is on record, computed once."""

from datetime import timedelta

import pytest

from dashboard.caseload.outcomes import answers_by_measure, participant_courses
from dashboard.caseload.viewer import Viewer
from dashboard.database import writing
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.figures.participant import figures
from tests.cast import viewer_of
from tests.factories import score
from tests.factories.teaching import AFTER_FOUR_WEEKS, make_taught_group
from tests.outcomes.practices import AS_OF, STARTS, seed


def charts_of(user, person_id, as_of=AS_OF):
    viewer = viewer_of(user, as_of)
    _, courses = participant_courses(viewer, person_id)
    return {
        chart.key.rsplit("-", 1)[0]: chart
        for chart in figures(courses, answers_by_measure(viewer, person_id))
    }


def answered(person_id, key, day, *points):
    """Add an assessment with its answers, in order of the items."""
    answers = {str(number): value for number, value in enumerate(points, start=1)}
    on = STARTS + timedelta(days=day)
    score(person_id, key, on, float(sum(points)), answers=answers, total_only=0)


def test_a_sudden_gain_is_named_at_the_week_it_led_to(app, cast):
    weekly = dict(zip(range(0, 56, 7), [20, 21, 20, 9, 8, 9, 8, 8], strict=True))
    _, (person,) = seed(app, cast.ana, [weekly])
    with app.app_context():
        chart = charts_of(cast.ana, person)["trajectory"]
    assert "Sudden gain into week 4." in chart.summary
    named = [note["text"] for note in chart.plot["layout"]["annotations"]]
    assert "sudden gain<br>11 points" in named


def test_a_week_with_a_session_and_no_score_is_a_gap_also_before_the_first_and_after_the_last(
    app, cast
):
    _, (person,) = seed(app, cast.ana, [{7: 20, 14: 18}])
    with app.app_context():
        chart = charts_of(cast.ana, person)["trajectory"]
    line = chart.plot["data"][0]
    assert (line["x"], line["y"]) == (list(range(1, 9)), [None, 20, 18, *[None] * 5])
    assert " No score in week 1 and weeks 4 to 8." in chart.summary
    named = [note["x"] for note in chart.plot["layout"]["annotations"] if "no<br>" in note["text"]]
    assert named == [1.0, 6.0]


def test_taught_skills_stand_under_the_axis_with_who_was_there(app, cast):
    with app.app_context(), writing():
        made = make_taught_group(db.session.merge(cast.ana))
        rosa = made.rosa.participant_id
        db.session.commit()
    with app.app_context():
        chart = charts_of(cast.ana, rosa, AFTER_FOUR_WEEKS)["trajectory"]
    drawn = {trace["name"]: trace["hovertext"] for trace in chart.plot["data"]}
    assert len(drawn["skill attended"]) == 6
    assert drawn["skill missed"] == [
        "Week 2: Nonjudgmentally, taught while absent",
        "Week 2: One-mindfully, taught while absent",
    ]
    assert len(drawn["skill, attendance not recorded"]) == 1
    rows = {row[0]: row[4] for row in chart.table.rows}
    assert rows[2] == "Nonjudgmentally, One-mindfully"


def test_the_last_answers_of_each_week_are_shown_item_by_item(app, cast):
    _, (person,) = seed(app, cast.ana, [{21: 12}])
    with app.app_context(), writing():
        answered(person, "phq9", 0, 3, 3, 3, 2, 2, 2, 1, 1, 1)
        answered(person, "phq9", 29, 1, 3, 3, 2, 2, 2, 1, 1, 0)
        answered(person, "phq9", 30, 0, 3, 3, 2, 2, 2, 1, 1, 0)
        db.session.commit()
    with app.app_context():
        chart = charts_of(cast.ana, person)["items-phq9"]
    assert chart.table.headers == ("Item", *(f"Week {week}" for week in range(1, 6)))
    gaps = ("not answered", "not answered")
    total = "only the total is known"
    assert chart.table.rows[0] == ("interest or pleasure", 3, *gaps, total, 0)
    assert chart.summary.startswith(
        "From week 1 to week 5, interest or pleasure (by 3 points) and "
        "thoughts of death or self-harm (by 1) got better. "
    )


def test_totals_alone_have_no_items_to_show(app, cast):
    _, (person,) = seed(app, cast.ana, [{0: 18, 30: 9}])
    with app.app_context():
        assert list(charts_of(cast.ana, person)) == ["trajectory"]


def test_pain_and_mood_share_an_axis_and_what_pain_brings_stands_apart(app, cast):
    _, (person,) = seed(app, cast.ana, [{0: 8, 30: 5}], type_key="chronic_pain")
    with app.app_context(), writing():
        answered(person, "phq9", 0, 2, 2, 2, 2, 2, 2, 2, 2, 0)
        answered(person, "phq9", 30, 1, 1, 2, 2, 2, 1, 2, 2, 0)
        db.session.commit()
    with app.app_context():
        found = charts_of(cast.ana, person)
    assert list(found) == ["trajectory", "pain-and-mood", "units", "items-phq9"]
    assert found["units"].table.rows[0] == (1, 0.0, 0.0)
    assert found["units"].table.rows[4] == (5, 1.5, 0.5)
    assert found["units"].table.rows[-1] == (8, None, None)
    assert "whether they move together is not known" in found["pain-and-mood"].summary
    names = [row[0] for row in found["items-phq9"].table.rows]
    assert names[:5] == [
        "interest or pleasure",
        "low mood",
        "feeling of failure",
        "thoughts of death or self-harm",
        "sleep (pain may cause it)",
    ]


def test_without_a_first_mood_score_nothing_is_held_against_it(app, cast):
    _, (person,) = seed(app, cast.ana, [{0: 8, 30: 5}], type_key="chronic_pain")
    with app.app_context():
        assert list(charts_of(cast.ana, person)) == ["trajectory", "pain-and-mood"]


def test_answers_are_for_those_who_read_the_record(app, cast):
    _, (person,) = seed(app, cast.ana, [{0: 18}])
    with app.app_context():
        for user in (cast.cleo, cast.max):
            viewer: Viewer = viewer_of(user, AS_OF)
            with pytest.raises(NotOnCaseload):
                answers_by_measure(viewer, person)
