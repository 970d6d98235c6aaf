"""The pages of measures and of imports: they work, keep what was typed, and stay shut to others."""

import io
import re
from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.measures import Assessment
from tests.factories import make_group

TYPED = {"key": "bdi", "name": "Weekly mood", "minimum": "0", "maximum": "63", "higher_is": "worse"}


@pytest.fixture
def person_id(app, cast):
    with app.app_context(), writing():
        person = make_group(cast.ana, people=1).enrollments[0].participant_id
        db.session.commit()
    return person


def test_every_measure_page_says_how_a_score_is_made(as_user, cast, person_id):
    ana = as_user(cast.ana.email)
    assert "PHQ-9" in ana.get("/measures").text
    assert "Reliable change" in ana.get("/measures/phq9").text
    assert ana.get("/measures/weekly_ratings").status_code == 200
    assert ana.get("/measures/none").status_code == 404


def test_the_lead_defines_a_measure_and_a_therapist_gets_404(as_user, cast, person_id):
    lena = as_user(cast.lena.email)
    assert lena.get("/measures/new").status_code == 200
    assert lena.post("/measures/new", {**TYPED, "maximum": "-1"}).text.count("must be more") >= 1
    assert lena.post("/measures/new", {**TYPED, "sd": "6.396073"}).status_code == 303
    assert "Weekly mood" in lena.get("/measures/bdi").text
    assert as_user(cast.ana.email).post("/measures/new", TYPED).status_code == 404


@pytest.mark.parametrize(("higher_is", "sign"), [("worse", "≥"), ("better", "≤")])
def test_the_practices_own_thresholds_stand_with_their_source(
    as_user, cast, person_id, higher_is, sign
):
    lena = as_user(cast.lena.email)
    own = {"higher_is": higher_is, "cutoff": "17", "reliable_change": "8.5", "sd": "5"}
    wrong = lena.post("/measures/new", {**TYPED, **own, "cutoff": "64"}).text
    assert re.search(r'id="cutoff-error".*?must be from 0 to 63', wrong, re.DOTALL)
    assert 'value="8.5"' in wrong
    lena.post("/measures/new", {**TYPED, **own, "citation": "Our manual, page 3"})
    page = lena.get("/measures/bdi").text
    for words in (f"{sign} 17", "≥ 8.5 points", "Our manual, page 3", "the practice&#39;s own"):
        assert words in page


def test_a_changed_definition_is_said_and_leaves_old_scores_as_they_were(
    app, as_user, cast, person_id
):
    lena, ana = as_user(cast.lena.email), as_user(cast.ana.email)
    lena.post("/measures/new", TYPED)
    path = f"/participants/{person_id}/assessments/new?measure=bdi"
    ana.post(path, {"on": "2026-01-02", "total": "40"})
    lena.post("/measures/new", {**TYPED, "maximum": "30"})
    page = lena.get("/measures/bdi").text
    assert page.index("Version 2, since") < page.index("Version 1, since")
    assert "has no score 40" in ana.post(path, {"on": "2026-01-09", "total": "40"}).text
    with app.app_context():
        (row,) = db.session.scalars(
            select(Assessment).options(joinedload(Assessment.measure_version))
        )
        assert (row.score, row.measure_version.number) == (40.0, 1)


def test_an_assessment_is_entered_scored_and_refused_beside_its_field(as_user, cast, person_id):
    ana, path = as_user(cast.ana.email), f"/participants/{person_id}/assessments/new"
    assert "PHQ-9" in ana.get(path).text
    assert ana.get(f"{path}?measure=phq9").status_code == 200
    assert ana.get(f"{path}?measure=dbt_wccl").status_code == 200
    page = ana.post(f"{path}?measure=gad7", {"on": "2026-01-02", "total": "99"})
    assert "GAD-7 has no score 99" in page.text
    assert 'value="99.0"' in page.text or 'value="99"' in page.text
    sent = ana.post(f"{path}?measure=gad7", {"on": "2026-01-02", "total": "12"})
    assert sent.status_code == 303
    assert "GAD-7 saved: 12, moderate." in ana.get(sent.location).text
    for stranger in (cast.cleo, cast.max):
        assert as_user(stranger.email).get(f"{path}?measure=gad7").status_code == 404


def test_an_assessment_is_of_today_where_the_practice_is_unless_said_otherwise(
    app, as_user, cast, person_id
):
    app.config["NOW"] = lambda: datetime(2026, 11, 24, 4, 59, tzinfo=UTC)  # 23:59 in New York
    page = as_user(cast.ana.email).get(f"/participants/{person_id}/assessments/new?measure=phq9")
    assert 'value="2026-11-23"' in page.text


def test_a_risk_question_without_an_answer_is_named_to_be_asked(as_user, cast, person_id):
    ana = as_user(cast.ana.email)
    path = f"/participants/{person_id}/assessments/new?measure=phq9"
    assert "data-digits" in ana.get(path).text
    answers = {f"item_{number}": "1" for number in range(1, 9)}
    asked = ana.get(ana.post(path, {"on": "2026-01-02", **answers}).location).text
    assert "Not answered, so to be asked: thoughts of death or self-harm." in asked
    whole = {"on": "2026-01-09", **answers, "item_9": "0"}
    assert "to be asked" not in ana.get(ana.post(path, whole).location).text
    total = {"on": "2026-01-16", "total": "12"}
    assert "to be asked" in ana.get(ana.post(path, total).location).text


def test_a_file_is_previewed_then_imported(as_user, cast, person_id):
    lena, page = as_user(cast.lena.email), "/imports/?kind=assessments"
    assert as_user(cast.ana.email).get(page).status_code == 404
    assert "CSV" in lena.get(page).text
    broken = {"kind": "assessments", "file": (io.BytesIO(b"PK\x03\x04"), "x.xlsx")}
    assert "not a CSV file" in lena.post("/imports/", broken).text
    file = io.BytesIO(b"code,date,measure,score\nX,2026-01-02,phq9,3\n")
    place = lena.post("/imports/", {"kind": "assessments", "file": (file, "x.csv")}).location
    assert "Nobody has the code X." in lena.post(place, follow_redirects=True).text
