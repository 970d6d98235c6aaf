"""A session tomorrow whose group is asked PHQ-9, worded for these tests, and the ratings."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from dashboard.clinical.measures import definition_data, library_measure
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.measures import Measure, MeasureVersion
from dashboard.models.participants import Participant
from tests.cast import viewer_of
from tests.factories import LONG_AGO, make_group

STARTS = datetime(2026, 9, 29, 22, tzinfo=UTC)  # 6 pm in New York, week 1
ENDS = STARTS + timedelta(minutes=90)
BEFORE = STARTS - timedelta(hours=3)


@dataclass
class Asked:
    """What the tests of check-ins look at, by id."""

    group_id: int
    session_id: int
    stay_ids: list[int]
    person_ids: list[int]


def give_wording(key: str) -> None:
    """Add a version of a shipped measure in which every item has words of these tests."""
    data = definition_data(library_measure(key))
    for item in data["items"]:
        item["question"] = f"Invented question {item['number']}?"
    measure_id = db.session.scalars(select(Measure.id).where(Measure.key == key)).one()
    db.session.add(
        MeasureVersion(measure_id=measure_id, number=2, definition=data, created_at=LONG_AGO)
    )


@pytest.fixture
def asked(app, cast):
    app.config["NOW"] = lambda: BEFORE
    with app.app_context(), writing():
        made = make_group(cast.ana, people=2, name="Quiet evening", starts_on=date(2026, 9, 29))
        give_wording("phq9")
        people = [stay.participant_id for stay in made.enrollments]
        for person_id in people:
            person = db.session.get_one(Participant, person_id)
            person.birth_date, person.email = "1990-05-17", f"p{person_id}@mail.example"
        found = Asked(
            made.group.id,
            made.sessions[0].id,
            [stay.id for stay in made.enrollments],
            people,
        )
        db.session.commit()
    return found


@pytest.fixture
def lead(cast):
    return viewer_of(cast.lena, BEFORE)


@pytest.fixture
def ana(cast):
    return viewer_of(cast.ana, BEFORE)
