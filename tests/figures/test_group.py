"""A group's figures: what was taught stands beside what became of people."""

from datetime import timedelta

from dashboard.caseload.curriculum import coverage_in_group
from dashboard.caseload.outcomes import group_outcomes
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.figures.group import figures
from tests.cast import viewer_of
from tests.factories import score
from tests.factories.teaching import AFTER_FOUR_WEEKS, make_taught_group
from tests.outcomes.practices import AS_OF, STARTS, seed


def drawn(user, group_id, as_of=AS_OF):
    viewer = viewer_of(user, as_of)
    found = group_outcomes(viewer, group_id)
    return {chart.key: chart for chart in figures(found, coverage_in_group(viewer, found.group))}


def test_each_person_has_of_a_module_what_was_taught_while_they_were_there(app, cast):
    with app.app_context(), writing():
        group_id = make_taught_group(db.session.merge(cast.ana)).made.group.id
        db.session.commit()
    with app.app_context():
        chart = drawn(cast.ana, group_id, AFTER_FOUR_WEEKS)["coverage-outcome"]
    assert chart.table.headers[0] == "Participant"
    had = {row[0]: row[1:] for row in chart.table.rows}
    assert had == {
        "Rosa Q.": ("4 of 6", "2 of 3", "no two scores"),
        "Wim L.": ("not taught", "3 of 3", "no two scores"),
    }


def test_a_group_without_a_curriculum_has_no_such_figure(app, cast):
    group_id, _ = seed(app, cast.ana, [{0: 18, 30: 9}])
    with app.app_context():
        assert "coverage-outcome" not in drawn(cast.ana, group_id)


def test_a_curriculum_of_which_nothing_was_taught_has_none_either(app, cast):
    group_id, _ = seed(app, cast.ana, [{}], type_key="dbt_skills")
    with app.app_context():
        assert list(drawn(cast.ana, group_id)) == [
            "trajectories",
            "change",
            "start-end",
            "attendance-outcome",
        ]


def test_a_pain_groups_change_in_pain_stands_against_its_change_in_mood(app, cast):
    people = [{0: 8, 30: 5}, {0: 8, 30: 7}, {0: 8}]
    group_id, ids = seed(app, cast.ana, people, type_key="chronic_pain")
    with app.app_context(), writing():
        for person, (before, after) in zip(ids, [(18, 9), (10, 16), (12, 12)], strict=True):
            score(person, "phq9", STARTS, before)
            score(person, "phq9", STARTS + timedelta(days=30), after)
        db.session.commit()
    with app.app_context():
        chart = drawn(cast.ana, group_id)["change-change"]
    assert sorted(row[1:] for row in chart.table.rows[:2]) == [
        (0.5, -1.0, "not reliably changed", "worse"),
        (1.5, 1.5, "better", "better"),
    ]
    assert chart.table.rows[2][1:] == (None, None, "", "")


def test_other_groups_have_no_mood_beside_their_measure(app, cast):
    group_id, _ = seed(app, cast.ana, [{0: 18, 30: 9}])
    with app.app_context():
        assert "change-change" not in drawn(cast.ana, group_id)
