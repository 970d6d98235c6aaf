"""Whether a timer runs what it should is told on the practice's page."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from dashboard.extensions import db
from dashboard.models.trail import AuditLine, Timer
from dashboard.records.practice.timers import note_run
from tests.postbox import postbox
from tests.practice.conftest import NOON

__all__ = ["postbox"]


def told(browser):
    page = browser.get("/practice/").text
    card = page[page.index("What a timer runs") :]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", card[: card.index("</ul>")]))


def test_what_never_ran_is_said_with_its_line_for_cron(max_):
    said = told(max_)
    assert said.count("Never ran.") == 3
    for line in (
        "*/10 * * * * cd FOLDER &amp;&amp; .venv/bin/flask --app wsgi checkins send",
        "* * * * * cd FOLDER &amp;&amp; .venv/bin/flask --app wsgi flags notify",
        "0 * * * * cd FOLDER &amp;&amp; .venv/bin/flask --app wsgi seats expire",
    ):
        assert f" {line} " in said
    assert "No letter can go out" in said


@pytest.mark.parametrize("command", [["checkins", "send"], ["flags", "notify"]])
def test_a_run_is_told_and_its_line_goes(app, max_, postbox, command):
    assert app.test_cli_runner().invoke(args=command).exit_code == 0
    said = told(max_)
    assert "Last ran Mon 23 Nov 2026, 12:00 pm ET." in said
    assert said.count("Never ran.") == 2
    assert f"wsgi {' '.join(command)} " not in said
    assert "No letter can go out" not in said


def test_seats_are_told_too(app, max_):
    app.test_cli_runner().invoke(args=["seats", "expire"])
    assert told(max_).count("Never ran.") == 2


@pytest.mark.parametrize(("seconds", "stopped"), [(0, False), (1, True)])
def test_a_timer_that_stopped_is_told(app, max_, seconds, stopped):
    with app.app_context():
        note_run(Timer.FLAGS, at=NOON - timedelta(hours=3, seconds=seconds))
    assert ("The timer seems to have stopped." in told(max_)) is stopped


def test_a_timer_of_a_minute_does_not_fill_the_trail(app, max_):
    with app.app_context():
        for minutes in (*range(61), 61):
            note_run(Timer.FLAGS, at=NOON + timedelta(minutes=minutes))
        count = select(func.count(AuditLine.id)).where(AuditLine.subject == "timers")
        assert db.session.scalar(count) == 2
