"""The newest scores on a person's page: a total with its band, scales, or an answer's words."""

from dashboard.database import writing
from dashboard.extensions import db
from tests.factories import score
from tests.sessions.conftest import STARTS, meeting  # noqa: F401


def test_scores_are_said_as_their_measure_is_read(app, as_user, cast, meeting):  # noqa: F811
    iris, on = meeting.people[0], STARTS.date()
    with app.app_context(), writing():
        score(iris, "global_change", on, 6)
        scales = {"skills_use": 1.846, "dysfunctional_1": 0.5, "dysfunctional_2": None}
        score(iris, "dbt_wccl", on, None, subscales=scales, total_only=0)
        db.session.commit()
    page = as_user(cast.ana.email).get(f"/participants/{iris}").text
    assert "<strong>6</strong>, much improved" in page
    assert (
        "Skills use <strong>1.85</strong>, Dysfunctional coping, factor 1 <strong>0.5</strong>"
        in page
    )
    assert "factor 2" not in page
