"""The private calendar: its address is made on a page, and read by calendar programs."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from dashboard.access import current_viewer, now, public
from dashboard.caseload.groups.calendar import feed_of, own_sessions
from dashboard.caseload.viewer import Viewer
from dashboard.records.groups.calendar_feeds import owner_of_feed
from dashboard.schedule import actions
from dashboard.schedule.calendar import calendar_of

blueprint = Blueprint("calendar", __name__, url_prefix="/calendar")


@blueprint.get("/")
def index() -> str:
    return render_template("schedule/calendar.html", feed=feed_of(current_viewer()), address="")


@blueprint.post("/address")
def make() -> str:
    """Make a new address; it is shown this once."""
    viewer = current_viewer()
    token = actions.make_calendar(viewer)
    address = url_for("calendar.read", token=token, _external=True)
    return render_template("schedule/calendar.html", feed=feed_of(viewer), address=address)


@blueprint.post("/address/end")
def end() -> Response:
    actions.end_calendar(current_viewer())
    flash("The address leads nowhere any more.", "success")
    return redirect(url_for("calendar.index"), 303)


@blueprint.get("/<token>.ics")
@public
def read(token: str) -> Response:
    owner = owner_of_feed(token)
    if owner is None:
        abort(404)
    at = now()
    viewer = Viewer(owner.id, owner.name, owner.role, at)
    answer = Response(calendar_of(own_sessions(viewer), at=at), mimetype="text/calendar")
    answer.headers["Cache-Control"] = "no-store"
    return answer
