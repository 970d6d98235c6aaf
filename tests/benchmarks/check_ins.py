"""500 check-ins within a minute, through a real server on two workers: is every answer kept?

Each person opens the link, confirms, says where they are, answers 15 questions and presses the last
button, as a phone does. First with all questions on one page, which is what is held to the minute;
then a fifth as many with every answer sent by itself, which is what a slow finger makes of it.
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
from tests.browser.server import run_command, serving
from tests.browser.small_practice import where_it_is_five
from tests.cast import viewer_of
from tests.checkins.conftest import give_wording
from tests.factories import make_group, make_user

PEOPLE, AT_A_TIME, SECONDS = 500, 2, 60
BY_ANSWER = 100
GROUPS_OF = 50


def set_up(instance: Path) -> list[str]:
    """Write groups of fifty, invite everybody, and return the private links' tokens."""
    app = create_app({"GROUPWORK_INSTANCE": str(instance)})
    tokens = []
    with app.app_context(), writing():
        ana, (zone, today) = make_user("Ana Ruiz"), where_it_is_five()
        for place in range((PEOPLE + BY_ANSWER) // GROUPS_OF):
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

    def answer_everything(self, token: str, *, one_by_one: bool) -> int:
        home, form = f"/check-in/{token}", "application/x-www-form-urlencoded"
        page = self.ask("GET", home + "/")
        self.token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)[1]
        self.ask("POST", home + "/", urlencode({"day": "17", "month": "May"}), form)
        self.ask("POST", home + "/where", urlencode({"place": "NY"}), form)
        page = self.ask("GET", home + "/questions")
        names = sorted(set(re.findall(r'type="radio" name="([^"]+)"', page)))
        # Nobody here answers at risk: that is another page, measured by a test of its own.
        given = {name: "0" if name == "phq9.9" else str(at % 4) for at, name in enumerate(names)}
        for batch in [{name: given[name]} for name in names] if one_by_one else [given]:
            self.ask("POST", home + "/answers", json.dumps(batch), "application/json")
        self.ask("POST", home + "/finish", "", form)
        return len(names)


def run(address: str, tokens: list[str], *, one_by_one: bool) -> tuple[int, float]:
    """Return how many answers were sent, and the seconds that took."""
    begun = monotonic()
    with ThreadPoolExecutor(AT_A_TIME) as phones:
        sent = phones.map(
            lambda token: Phone(address).answer_everything(token, one_by_one=one_by_one), tokens
        )
        return sum(sent), monotonic() - begun


def kept(folder: str) -> tuple[int, int]:
    """Return how many check-ins are finished and how many answers stand, from the database."""
    app = create_app({"GROUPWORK_INSTANCE": folder})
    with app.app_context():
        finished = CheckIn.finished_at.is_not(None)
        done = db.session.scalar(select(func.count()).select_from(CheckIn).where(finished))
        answers = db.session.scalar(select(func.count()).select_from(CheckInAnswer))
        db.engine.dispose()
    return done, answers


def main() -> int:
    with TemporaryDirectory() as folder:
        run_command(Path(folder), "set-up")
        tokens = set_up(Path(folder))
        with serving(Path(folder), workers=2) as server:
            sent, seconds = run(server.address, tokens[:PEOPLE], one_by_one=False)
            more, longer = run(server.address, tokens[PEOPLE:], one_by_one=True)
        done, answers = kept(folder)
    lost = sent + more - answers
    sys.stdout.write(
        f"check-ins={done} answers={answers} lost={lost} seconds={seconds:.0f} "
        f"a_minute={60 * PEOPLE / seconds:.0f} one_by_one_a_minute={60 * BY_ANSWER / longer:.0f}\n"
    )
    is_whole = (done, lost) == (PEOPLE + BY_ANSWER, 0)
    return 0 if is_whole and seconds < SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
