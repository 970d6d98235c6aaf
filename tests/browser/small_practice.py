"""A practice of one group, served alone: it meets today and is asked PHQ-9 in our words."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from dashboard import create_app
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.participants import Participant
from tests.browser.server import Server
from tests.checkins.conftest import give_wording
from tests.factories import PASSWORD, make_group, make_user


@dataclass(frozen=True)
class Practice:
    """Where it is served, who leads the group, and the session of today."""

    server: Server
    email: str
    group_session_id: int
    names: list[str]

    def sign_in(self, context):
        page = context.new_page()
        page.goto(f"{self.server.address}/sign-in")
        page.get_by_label("E-mail").fill(self.email)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"{self.server.address}/")
        return page


def write_practice(instance):
    app = create_app({"GROUPWORK_INSTANCE": str(instance)})
    with app.app_context(), writing():
        ana = make_user("Ana Ruiz")
        zone, today = where_it_is_five()
        made = make_group(ana, people=2, name="Quiet evening", starts_on=today, zone=zone)
        give_wording("phq9")
        names = []
        for stay in made.enrollments:
            person = db.session.get_one(Participant, stay.participant_id)
            person.birth_date = "1990-05-17"
            names.append(person.short_name)
        found = ana.email, made.sessions[0].id, names
        db.session.commit()
        db.engine.dispose()
    return found


def where_it_is_five():
    """A zone where it is past five in the afternoon, so that the group meets soon.

    Such zones have the sign the other way round: Etc/GMT+4 is four hours behind.
    """
    now = datetime.now(UTC)
    behind = now.hour - 17 if now.hour >= 3 else now.hour + 7
    zone = f"Etc/GMT{behind:+d}"
    return zone, now.astimezone(ZoneInfo(zone)).date()
