"""What another person does to a practice while somebody has a session open."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import select

from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Facilitator, Group
from tests.factories.people import make_enrollment, make_participant


@contextmanager
def session_of(practice) -> Iterator[GroupSession]:
    """Today's session, to be changed: what is done within is committed."""
    with practice.at.behind_it():
        yield db.session.get_one(GroupSession, practice.group_session_id)


def take_off_the_group(practice, *, is_off):
    """End the facilitators' roles, or put them back."""
    with session_of(practice) as session:
        query = select(Facilitator).where(Facilitator.group_id == session.group_id)
        for facilitator in db.session.scalars(query):
            facilitator.until = session.on_date if is_off else None


def cancel(practice):
    with session_of(practice) as session:
        session.cancelled_at = session.starts_at
        session.cancellation_reason = "The building is closed"


def add_somebody(practice, name):
    with session_of(practice) as session:
        person = make_participant(name)
        make_enrollment(
            db.session.get_one(Group, session.group_id), person, joined_on=session.on_date
        )


def write_elsewhere(page, entry):
    """Send an entry as another page of the same person would; True where it is saved."""
    told = page.request.post(
        f"{page.url}/entries",
        data={"entries": [entry]},
        headers={"X-CSRFToken": page.locator('input[name="csrf_token"]').first.input_value()},
    )
    return told.json()["results"][0]["status"] == "saved"
