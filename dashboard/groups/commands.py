"""`flask seats`: what a timer runs, so that offers go on while nobody looks."""

from datetime import UTC, datetime

import click
from flask import current_app
from flask.cli import AppGroup

from dashboard.database import writing
from dashboard.groups.actions import expire
from dashboard.models.trail import Timer
from dashboard.records.practice.timers import note_run

seats = AppGroup("seats", help="Seats of groups that are kept for a while.")


@seats.command("expire")
def expire_command() -> None:
    """Give seats whose time is over to the next who waits. May run as often as one likes."""
    at = datetime.now(UTC)
    with writing():
        lapsed, offered = expire(at=at, hours=current_app.config["SEAT_OFFER_HOURS"])
    note_run(Timer.SEATS, at=at)
    click.echo(f"{lapsed} lapsed, {offered} offered to the next.")
