"""The practice itself: what everybody who works there may know of it."""

from dashboard.caseload.viewer import Viewer
from dashboard.extensions import db
from dashboard.models.groups import Practice


def the_practice(viewer: Viewer) -> Practice:
    """Return the one row of the practice."""
    return db.session.get_one(Practice, 1)
