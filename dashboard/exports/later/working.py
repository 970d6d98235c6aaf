"""Making one large file while its page may be left and come back to."""

from flask import current_app

from dashboard.caseload.viewer import Viewer
from dashboard.errors import DomainError
from dashboard.exports.actions import export_attendance
from dashboard.exports.later.orders import Order, keep_file
from dashboard.exports.making import Made, Wanted
from dashboard.long_work import DONE, FAILED, Told, finish


def work(order: Order, viewer: Viewer, wanted: Wanted) -> None:
    """Make the file and seal it, or keep why that could not be."""
    try:
        made = export_attendance(viewer, wanted, by=viewer.user_id, progress=Told(order))
        with made.file:
            keep_file(order, made.file)
        order.sha256, order.rows = made.sha256, made.rows
        order.people = sorted(made.participant_ids)
        finish(order, DONE, counts_in_words(made))
    except DomainError as refusal:
        finish(order, FAILED, str(refusal))
    except Exception:
        current_app.logger.exception("An export failed")
        finish(order, FAILED, "Something went wrong on our side, and there is no file.")


def counts_in_words(made: Made) -> str:
    """The three counts of a file, and those without a mark."""
    counts = made.counts
    return (
        f"{counts.sessions_held:,} sessions held, {counts.expected:,} person-sessions expected, "
        f"{counts.attended:,} attended, {counts.not_recorded:,} not recorded"
    )
