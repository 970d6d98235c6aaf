"""The practice itself, and who looks after it."""

from datetime import date

from dashboard.caseload.viewer import Viewer
from dashboard.clinical.calendar import zone_named
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.groups import Practice


def the_practice(viewer: Viewer) -> Practice:
    """Return the one row of the practice."""
    return db.session.get_one(Practice, 1)


def practice_today(viewer: Viewer) -> date:
    """Return the date where the practice is."""
    return viewer.as_of.astimezone(zone_named(the_practice(viewer).time_zone)).date()


def check_keeps_practice(viewer: Viewer, *, alone: bool = False) -> None:
    """Raise NotOnCaseload unless the practice's pages are the viewer's.

    They are the administrator's and the clinical lead's; `alone` means the administrator's only.
    """
    if not (viewer.runs_the_practice or (viewer.leads and not alone)):
        raise NotOnCaseload
