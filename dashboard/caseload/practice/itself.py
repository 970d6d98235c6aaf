"""The practice itself, and who looks after it."""

from dashboard.caseload.viewer import Viewer
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.groups import Practice


def the_practice(viewer: Viewer) -> Practice:
    """Return the one row of the practice."""
    return db.session.get_one(Practice, 1)


def check_keeps_practice(viewer: Viewer, *, alone: bool = False) -> None:
    """Raise NotOnCaseload unless the practice's pages are the viewer's.

    They are the administrator's and the clinical lead's; `alone` means the administrator's only.
    """
    if not (viewer.runs_the_practice or (viewer.leads and not alone)):
        raise NotOnCaseload
