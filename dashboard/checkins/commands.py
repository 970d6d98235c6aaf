"""`flask checkins send`, for a timer: it may run as often as one likes."""

import click
from flask import current_app
from flask.cli import with_appcontext

from dashboard.access import now
from dashboard.caseload.viewer import Viewer
from dashboard.checkins.sending import send_due
from dashboard.clinical.words import Role
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.mail import mail_is_set_up
from dashboard.models.trail import Timer
from dashboard.records.checkins.answering import take_in_closed
from dashboard.records.practice.timers import note_run


@click.command("send")
@with_appcontext
def send_command() -> None:
    """Send the check-ins that are due, and one reminder each; take in those that have closed."""
    if not mail_is_set_up(current_app.config):
        with writing():
            take_in_closed(now())
            db.session.commit()
        raise click.ClickException(
            "Set GROUPWORK_SMTP_HOST, GROUPWORK_MAIL_FROM and GROUPWORK_PUBLIC_ADDRESS first."
        )
    viewer = Viewer(0, "command line", Role.CLINICAL_LEAD, now())
    sent = send_due(viewer, current_app.config)
    note_run(Timer.CHECK_INS, at=viewer.as_of)
    click.echo(
        f"{sent.invited} sent, {sent.reminded} reminded, {sent.without_address} without an e-mail "
        f"address, {sent.closed} closed, {sent.failed} failed"
    )
    if sent.failed:
        raise click.ClickException("Some letters were not taken; the next run tries them again.")
