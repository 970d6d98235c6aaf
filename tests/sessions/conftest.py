"""A session under way on a Tuesday evening, with three people, in a group that teaches skills."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.curricula import Skill
from dashboard.models.participants import Participant
from tests.factories import make_group

STARTS = datetime(2026, 10, 6, 22, tzinfo=UTC)  # week 2, 6 pm in New York
DURING = STARTS + timedelta(minutes=50)
NAMES = (("Iris", "Holm"), ("Omar", "Reyes"), ("Vera", "Lindqvist"))


@dataclass
class Meeting:
    """What the tests look at, by id."""

    group_id: int
    session_id: int
    earlier_id: int
    stays: list[int]
    people: list[int]
    skill_id: int

    @property
    def path(self) -> str:
        return f"/sessions/{self.session_id}"


@pytest.fixture
def meeting(app, cast):
    app.config["NOW"] = lambda: DURING
    with app.app_context(), writing():
        made = make_group(
            cast.ana,
            co_lead=cast.ben,
            people=3,
            type_key="dbt_skills",
            name="Evening skills",
            starts_on=date(2026, 9, 29),
        )
        for stay, (given, family) in zip(made.enrollments, NAMES, strict=True):
            person = db.session.get_one(Participant, stay.participant_id)
            person.given_name, person.family_name = given, family
        found = Meeting(
            made.group.id,
            made.sessions[1].id,
            made.sessions[0].id,
            [stay.id for stay in made.enrollments],
            [stay.participant_id for stay in made.enrollments],
            db.session.scalars(select(Skill.id).order_by(Skill.id).limit(1)).one(),
        )
        db.session.commit()
    return found


@pytest.fixture
def ana(as_user, cast, meeting):
    return as_user(cast.ana.email)


@pytest.fixture
def save_all(meeting):
    """Send entries (target, field, value, base) as a page of ours does; return their results."""

    def save_all(browser, *entries):
        told = [
            dict(zip(("target", "field", "value", "base"), each, strict=True)) for each in entries
        ]
        answer = browser.post(f"{meeting.path}/entries", json={"entries": told})
        assert answer.status_code == 200, answer.text
        return answer.json["results"]

    return save_all


@pytest.fixture
def save(save_all):
    """Send one entry; return its result."""

    def save(browser, target, field, value, base=""):
        return save_all(browser, (target, field, value, base))[0]

    return save


@pytest.fixture
def written(ana, save_all, meeting):
    """Everything that a record needs: three people there, each with a response of their own."""
    responses = (
        "Named what helps at night and tried it out in the room.",
        "Listened first, then told of a good week at work.",
        "Came with a question about anger and left with a plan.",
    )
    told = zip(meeting.stays, responses, strict=True)
    notes = [(f"progress-note:{stay}", "response", response, "") for stay, response in told]
    results = save_all(
        ana,
        *((f"attendance:{stay}", "mark", "present", "") for stay in meeting.stays),
        *notes,
        ("group-note", "interventions", "Taught and practiced one skill.", ""),
        ("group-session", "started_at", "18:00", ""),
        ("group-session", "ended_at", "19:30", ""),
    )
    assert {result["status"] for result in results} == {"saved"}
    return meeting
