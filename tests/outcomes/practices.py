"""A small practice to look at, written as the app would find it."""

from datetime import UTC, date, datetime, timedelta

from flask import Flask

from dashboard.clinical.words import Mark
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.accounts import User
from tests.factories import make_group, mark, score

STARTS = date(2026, 9, 29)
AS_OF = datetime(2026, 12, 15, 15, tzinfo=UTC)


def seed(app: Flask, lead: User, people: list[dict[int, float]], **fields) -> tuple[int, list[int]]:
    """Add a group whose people came to every session; their scores are by day from the first.

    Return the group's id and the participants' ids. The app's clock is set to AS_OF.
    """
    app.config["NOW"] = lambda: AS_OF
    key = {"chronic_pain": "peg"}.get(fields.get("type_key", ""), "phq9")
    with app.app_context(), writing():
        made = make_group(lead, people=len(people), capacity=40, starts_on=STARTS, **fields)
        for stay, by_day in zip(made.enrollments, people, strict=True):
            for meeting in made.sessions:
                mark(stay, meeting, Mark.PRESENT)
            for day, value in by_day.items():
                score(stay.participant_id, key, STARTS + timedelta(days=day), value)
        found = made.group.id, [stay.participant_id for stay in made.enrollments]
        db.session.commit()
    return found
