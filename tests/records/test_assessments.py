"""Recording assessments: scored, corrected by a new row, flagged in the same transaction."""

from datetime import date

import pytest
from sqlalchemy import select

from dashboard.clinical.words import AssessmentSource
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.flags import Flag
from dashboard.models.measures import Assessment, Measure, MeasureVersion
from dashboard.records.assessments import record_assessment
from tests.factories import LONG_AGO, make_participant

ON = date(2026, 1, 2)
ONES = {str(number): 1 for number in range(1, 9)}


@pytest.fixture
def record(database):
    query = select(MeasureVersion).join(Measure).where(Measure.key == "phq9")
    version, person = db.session.scalars(query).one(), make_participant()

    def act(on=ON, **values):
        source = AssessmentSource.STAFF
        return record_assessment(
            person, version, on=on, source=source, by=None, at=LONG_AGO, **values
        )

    return act


def flags():
    return sorted(flag.detail["answer"] for flag in db.session.scalars(select(Flag)))


def test_answers_are_scored_and_kept(record):
    row = record(answers={**ONES, "9": 0})
    assert (row.score, row.prorated, row.total_only, row.answers["8"]) == (8.0, 0, 0, 1)
    assert flags() == []


@pytest.mark.parametrize(("prorates", "score"), [(True, 9.0), (False, None)])
def test_whether_a_rule_from_memory_fills_gaps_is_a_setting(app, record, prorates, score):
    app.config["PRORATE"] = prorates
    row = record(answers=ONES)
    assert (row.score, row.prorated, row.answers) == (score, int(prorates), ONES)


def test_the_same_again_is_the_same_row_and_another_value_supersedes_it(record):
    first = record(total=10)
    assert record(total=10) is first
    second = record(total=11)
    assert (first.superseded_at, second.superseded_at) == (LONG_AGO, None)
    assert len(db.session.scalars(select(Assessment)).all()) == 2


def test_a_risk_answer_raises_one_flag_even_on_a_partial_form(record):
    row = record(answers={"9": 1})
    record(answers={"1": 2, "9": 1})
    assert (row.score, flags()) == (None, [1])
    record(answers={"9": 3})
    assert flags() == [1, 3]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"total": 28}, "total"),
        ({"answers": {"1": None}}, "total"),
        ({}, "total"),
        ({"answers": {"1": 4}}, "1"),
        ({"total": 5, "on": date(2026, 1, 7)}, "on"),
        ({"total": 5, "on": date(1949, 12, 31)}, "on"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(record, values, field):
    with pytest.raises(Refused) as refusal:
        record(**values)
    assert refusal.value.field == field


def test_tomorrow_is_allowed_because_it_is_tomorrow_somewhere(record):
    assert record(total=5, on=date(2026, 1, 6)).score == 5
