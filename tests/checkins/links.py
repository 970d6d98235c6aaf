"""A check-in that is made and linked, and a phone that has opened it."""

from sqlalchemy import select

from dashboard.checkins import actions
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.check_ins import CheckIn
from tests.cast import Browser

BIRTHDAY = {"day": "17", "month": "May"}


def check_in_ids(app, viewer, session_id):
    """Make the check-ins of a session and return their ids in the order of the stays."""
    with app.app_context(), writing():
        actions.invite(viewer, session_id)
        query = select(CheckIn.id).where(CheckIn.group_session_id == session_id)
        return list(db.session.scalars(query.order_by(CheckIn.enrollment_id)))


def new_token(app, viewer, check_in_id):
    with app.app_context(), writing():
        return actions.new_link(viewer, check_in_id)[1]


def open_phone(app, token):
    """A browser of its own that has confirmed the birthday."""
    phone = Browser(app)
    assert phone.post(f"/check-in/{token}/", BIRTHDAY).status_code == 303
    return phone
