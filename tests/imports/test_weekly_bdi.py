"""Real input: 43 people and 12 weeks, imported from the command line, counted a second time."""

import csv
from datetime import date, timedelta
from statistics import mean

from sqlalchemy import func, select

from dashboard.clinical.words import Mark
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.measures import Assessment
from dashboard.models.trail import ImportBatch
from dashboard.records.measures import define_measure
from tests.factories import LONG_AGO, make_enrollment, make_group, make_participant, mark
from tests.shared_data import shared_data_files

STARTS = date(2026, 1, 6)


def file_rows(path):
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def definition(rows):
    figures = {"sd": 6.396073, "reliability": 0.931, "functional_mean": 7.69}
    before = mean(float(row["bdi_s0"]) for row in rows if row["bdi_s0"])
    return {
        **{"key": "bdi", "name": "Weekly mood", "short_name": "BDI", "version": "1"},
        **{"higher_is": "worse", "score": {"kind": "sum"}, "minimum": 0, "maximum": 63},
        "psychometrics": {**figures, "functional_sd": 7.52, "clinical_mean": before},
    }


def six_groups(ana, rows):
    for place in range(6):
        made = make_group(ana, name=f"Group {place}", starts_on=STARTS, weeks=12)
        for row in rows[place::6]:
            person = make_participant()
            person.code = row["id"].removesuffix(".0")
            stay = make_enrollment(made.group, person, joined_on=STARTS)
            mark(stay, made.sessions[0], Mark.PRESENT)


def from_file(rows):
    return {
        (row["id"].removesuffix(".0"), STARTS + timedelta(weeks=week - 1)): float(text)
        for row in rows
        for week in range(13)
        if (text := row[f"bdi_s{week}"])
    }


def test_every_score_of_the_file_is_kept_once_and_a_second_import_changes_nothing(app, cast):
    (path,) = shared_data_files("weekly_bdi_43x12.csv")
    rows = file_rows(path)
    with app.app_context(), writing():
        six_groups(cast.ana, rows)
        define_measure(definition(rows), by=None, at=LONG_AGO)
        db.session.commit()
    for _ in range(2):
        told = ["assessments", "import", str(path), "--measure", "bdi", "--prefix", "bdi_s"]
        result = app.test_cli_runner().invoke(args=told)
        assert result.exit_code == 0, result.output
    with app.app_context():
        kept = kept_scores()
        assert kept == from_file(rows)
        assert db.session.scalar(select(func.count(ImportBatch.id))) == 1


def kept_scores():
    from dashboard.models.participants import Participant

    query = select(Participant.code, Assessment.assessed_on, Assessment.score).join(
        Participant, Participant.id == Assessment.participant_id
    )
    return {(code, on): score for code, on, score in db.session.execute(query)}
