"""`flask flags notify`, for a timer of a minute: it may run as often as one likes."""

import click
from flask import current_app
from flask.cli import with_appcontext

from dashboard.access import now
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import Role
from dashboard.flags.notifying import notify
from dashboard.mail import mail_is_set_up
from dashboard.models.trail import Timer
from dashboard.records.practice.timers import note_run


@click.command("notify")
@with_appcontext
def notify_command() -> None:
    """Write to the owners of safety flags that wait, and to the leads where they wait too long."""
    if not mail_is_set_up(current_app.config):
        raise click.ClickException(
            "Set GROUPWORK_SMTP_HOST, GROUPWORK_MAIL_FROM and GROUPWORK_PUBLIC_ADDRESS first."
        )
    viewer = Viewer(0, "command line", Role.CLINICAL_LEAD, now())
    taken, failed = notify(viewer, current_app.config)
    note_run(Timer.FLAGS, at=viewer.as_of)
    click.echo(f"{taken} sent, {failed} failed")
    if failed:
        raise click.ClickException("Some letters were not taken; the next run tries them again.")
