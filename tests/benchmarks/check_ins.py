"""500 check-ins of 15 answers each within a minute, through a real server: is every answer kept?

Each person confirms, says where they are, sends every answer by itself and presses the last
button, as a phone does; eight people answer at a time.
"""

import http.client
import json
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from urllib.parse import urlencode, urlsplit

from sqlalchemy import func, select

from dashboard import create_app
from dashboard.checkins import actions
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.check_ins import CheckIn, CheckInAnswer
from dashboard.models.participants import Participant
from tests.browser.checkins.conftest import where_it_is_five
from tests.browser.server import run_flask, serving
from tests.cast import viewer_of
from tests.checkins.conftest import give_wording
from tests.factories import make_group, make_user

PEOPLE, AT_A_TIME, SECONDS = 500, 8, 60
GROUPS_OF = 50


def set_up(instance: Path) -> list[str]:
    """Write ten groups of fifty, invite everybody, and return the private links' tokens."""
    app = create_app({"GROUPWORK_INSTANCE": str(instance)})
    tokens = []
    with app.app_context(), writing():
        ana, (zone, today) = make_user("Ana Ruiz"), where_it_is_five()
        for place in range(PEOPLE // GROUPS_OF):
            made = make_group(
                ana,
                people=GROUPS_OF,
                name=f"Group {place}",
                starts_on=today,
                zone=zone,
                capacity=GROUPS_OF,
            )
            if place == 0:
                give_wording("phq9")
            for stay in made.enrollments:
                db.session.get_one(Participant, stay.participant_id).birth_date = "1990-05-17"
            viewer = viewer_of(ana, made.sessions[0].starts_at - timedelta(hours=1))
            actions.invite(viewer, made.sessions[0].id)
            query = select(CheckIn.id).where(CheckIn.group_session_id == made.sessions[0].id)
            tokens += [actions.new_link(viewer, key)[1] for key in db.session.scalars(query)]
        db.session.commit()
        db.engine.dispose()
    return tokens


class Phone:
    """One person's browser: it keeps its cookie and sends what a page would."""

    def __init__(self, address: str) -> None:
        self.connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
        self.cookies: dict[str, str] = {}
        self.token = ""

    def ask(self, method: str, path: str, body: str = "", kind: str = "") -> str:
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": cookie, "Content-Type": kind, "X-CSRFToken": self.token}
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        assert answer.status < 400, (path, answer.status)
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        return text

    def answer_everything(self, token: str) -> int:
        home = f"/check-in/{token}"
        self.token = re.search(
            r'name="csrf_token"[^>]*value="([^"]+)"', self.ask("GET", home + "/")
        )[1]
        form = "application/x-www-form-urlencoded"
        self.ask("POST", home + "/", urlencode({"day": "17", "month": "May"}), form)
        self.ask("POST", home + "/where", urlencode({"place": "NY"}), form)
        page = self.ask("GET", home + "/questions")
        names = sorted(set(re.findall(r'type="radio" name="([^"]+)"', page)))
        for place, name in enumerate(names):
            risk = name == "phq9.9"
            body = json.dumps({name: "0" if risk else str(place % 4)})
            self.ask("POST", home + "/answers", body, "application/json")
        self.ask("POST", home + "/finish", "", form)
        return len(names)


def main() -> int:
    with TemporaryDirectory() as folder:
        instance = Path(folder)
        run_flask(instance, "set-up")
        tokens = set_up(instance)
        with serving(instance) as server, ThreadPoolExecutor(AT_A_TIME) as phones:
            begun = monotonic()
            sent = sum(
                phones.map(lambda token: Phone(server.address).answer_everything(token), tokens)
            )
            seconds = monotonic() - begun
        app = create_app({"GROUPWORK_INSTANCE": folder})
        with app.app_context():
            kept = db.session.scalar(select(func.count()).select_from(CheckInAnswer))
            done = db.session.scalar(
                select(func.count()).select_from(CheckIn).where(CheckIn.finished_at.is_not(None))
            )
            db.engine.dispose()
    sys.stdout.write(
        f"check-ins={done} answers={kept} sent={sent} seconds={seconds:.0f} "
        f"a_minute={60 * PEOPLE / seconds:.0f}\n"
    )
    return 0 if (done, kept) == (PEOPLE, sent) and seconds < SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
