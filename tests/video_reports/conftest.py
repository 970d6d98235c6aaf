"""The session of the session page's tests, and a file as a video program saves it."""

import io
import re

import pytest
from sqlalchemy import select

from dashboard.extensions import db
from dashboard.models.group_sessions import Attendance
from tests.sessions.conftest import ana, meeting, save, save_all

HEAD = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest"


def zoom(*rows: tuple[str, str, str, int]) -> bytes:
    """A file of rows (name, joined, left, minutes), on the evening of the session."""
    lines = [
        f"{name},,10/06/2026 {joined},10/06/2026 {left},{minutes},Yes"
        for name, joined, left, minutes in rows
    ]
    return "\n".join([HEAD, *lines]).encode()


EVENING = zoom(
    ("Ana Ruiz", "05:58:00 PM", "07:31:00 PM", 93),
    ("Iris Holm", "05:59:00 PM", "07:30:00 PM", 91),
    ("Omar Reyes", "06:20:00 PM", "07:30:00 PM", 70),
    ("Blue Heron", "06:01:00 PM", "07:30:00 PM", 89),
)


@pytest.fixture
def path(meeting):
    return f"{meeting.path}/video-report"


@pytest.fixture
def drop(ana, path):
    return lambda content, browser=ana: browser.post(path, {"file": (io.BytesIO(content), "a.csv")})


def hidden(page, name):
    return re.search(rf'name="{name}"[^>]*value="([^"]*)"', page)[1]


def fields(page):
    """Every field of the page's form, as a browser would send it."""
    found = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    found |= dict(re.findall(r'name="(minutes-\d+)" value="(\d*)"', page))
    for name, choices in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', page, re.S):
        chosen = re.search(r'value="([^"]*)" selected', choices)
        found[name] = chosen[1] if chosen else ""
    ticked = re.findall(r'name="(take-\d+)" value="yes"[^>]*checked', page)
    return found | dict.fromkeys(ticked, "yes") | {"carried": hidden(page, "carried")}


@pytest.fixture
def asked(drop):
    return drop(EVENING).get_data(as_text=True)


@pytest.fixture
def answered(ana, path, asked, meeting):
    """The page that proposes, once the one doubtful name was given to Vera."""
    form = fields(asked) | {"who-1": str(meeting.stays[2])}
    return ana.post(f"{path}/confirmed", form).get_data(as_text=True)


def recorded(app):
    with app.app_context():
        rows = db.session.scalars(select(Attendance).order_by(Attendance.enrollment_id))
        return [(row.mark, row.minutes_attended) for row in rows]


__all__ = ["EVENING", "ana", "fields", "meeting", "recorded", "save", "save_all", "zoom"]
