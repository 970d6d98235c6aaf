"""Real input: 43 people and 12 weeks from the command line, on the pages, counted a second time."""

import html
import json
import re

import pytest
from sqlalchemy import func, select

from dashboard.caseload.outcomes import OutcomeFilters, headline
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.measures import Assessment
from dashboard.models.participants import Participant
from dashboard.models.trail import ImportBatch
from tests.cast import viewer_of
from tests.imports.weekly_scores import (
    AFTERWARDS,
    counted_again,
    file_rows,
    make_practice,
    scores_in,
)
from tests.shared_data import shared_data_files

FILES = shared_data_files("weekly_bdi_43x12.csv")


@pytest.fixture
def imported(app, cast):
    """The rows of the file and the ids of the groups, the file imported twice; or None."""
    if not FILES:  # the head of the run says so
        return None
    rows = file_rows(FILES[0])
    app.config["NOW"] = lambda: AFTERWARDS
    with app.app_context(), writing():
        groups = make_practice(cast.ana, rows)
        db.session.commit()
    for _ in range(2):
        told = ["assessments", "import", str(FILES[0]), "--measure", "bdi", "--prefix", "bdi_s"]
        result = app.test_cli_runner().invoke(args=told)
        assert result.exit_code == 0, result.output
    return rows, groups


def test_every_score_of_the_file_is_kept_once_and_a_second_import_changes_nothing(app, imported):
    if imported:
        with app.app_context():
            assert kept_scores() == scores_in(imported[0])
            assert db.session.scalar(select(func.count(ImportBatch.id))) == 1


def kept_scores():
    query = select(Participant.code, Assessment.assessed_on, Assessment.score).join(
        Participant, Participant.id == Assessment.participant_id
    )
    return {(code, on): score for code, on, score in db.session.execute(query)}


def test_the_practice_counts_what_the_file_counts(app, cast, imported):
    if imported:
        again = counted_again(imported[0])
        with app.app_context():
            counts = headline(viewer_of(cast.lena, AFTERWARDS), OutcomeFilters()).counts
        assert {str(word): count for word, count in counts.categories.items()} == {
            word: count for word, count in again.items() if word != "unknown"
        }
        assert counts.started == 43
        assert counts.completeness.numerator == 43 - again["unknown"]


def test_the_lead_reads_the_same_headline(as_user, cast, imported):
    if imported:
        again = counted_again(imported[0])
        improved, known = again["recovered"] + again["improved"], 43 - again["unknown"]
        page = as_user(cast.lena.email).get("/outcomes/").text
        assert f"{improved} of {known} with two scores" in page


def test_each_group_shows_its_people_with_their_missing_weeks_as_gaps(as_user, cast, imported):
    if imported:
        rows, groups = imported
        page = as_user(cast.lena.email).get(f"/outcomes/groups/{groups[0]}").text
        drawn = plots(page)
        own = rows[0::6]
        assert len(drawn["change"]["data"]) >= 1
        lines = [trace for trace in drawn["trajectories"]["data"] if None in trace.get("y", [])]
        with_gaps = [row for row in own if any(not row[f"bdi_s{week}"] for week in range(1, 10))]
        assert len(lines) >= len(with_gaps) > 0


def plots(page):
    found = re.findall(
        r'<figure [^>]*id="figure-([^"]+)".*?<script type="application/json">(.*?)</script>',
        page,
        re.DOTALL,
    )
    return {key: json.loads(html.unescape(text)) for key, text in found}
