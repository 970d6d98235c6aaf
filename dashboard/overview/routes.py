"""The page that comes first."""

from zoneinfo import ZoneInfo

from flask import Blueprint, current_app, render_template

from dashboard.access import current_viewer, note_reading, practice_zone
from dashboard.caseload.flags import open_flags
from dashboard.caseload.groups import groups_by_name
from dashboard.caseload.note_queue import notes_returned, notes_to_cosign, unsigned_sessions
from dashboard.caseload.practice import licenses_to_renew, practice_today
from dashboard.caseload.today import meetings_ahead, todays_meetings
from dashboard.clinical.words import FlagKind
from dashboard.overview.presenters import evidence, greeting, reason_kind, state_line

blueprint = Blueprint("overview", __name__)


@blueprint.get("/")
def today() -> str:
    viewer = current_viewer()
    meetings = todays_meetings(viewer)
    flags = open_flags(viewer)
    safety = [line for line in flags if line.flag.kind is FlagKind.SAFETY]
    others = [line for line in flags if line.flag.kind is not FlagKind.SAFETY]
    named = [person.row.stay.participant_id for each in meetings for person in each.needing]
    note_reading([*named, *(line.person.id for line in flags if line.person)])
    return render_template(
        "overview/today.html",
        greeting=greeting(viewer, ZoneInfo(practice_zone())),
        state=state_line(viewer, practice_today(viewer), meetings, safety),
        meetings=meetings,
        ahead=meetings_ahead(viewer),
        safety=safety,
        others=others,
        unsigned=unsigned_sessions(viewer, current_app.config["NOTE_DUE_HOURS"]),
        to_cosign=notes_to_cosign(viewer),
        returned=notes_returned(viewer),
        groups=groups_by_name(viewer),
        licenses=licenses_to_renew(viewer),
        reason_kind=reason_kind,
        evidence=evidence,
    )
