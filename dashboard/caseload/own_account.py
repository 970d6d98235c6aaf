"""What a user may see of their own account."""

from collections.abc import Sequence

from sqlalchemy import select

from dashboard.caseload.viewer import Viewer
from dashboard.extensions import db
from dashboard.models.accounts import SignIn


def live_sign_ins(viewer: Viewer) -> Sequence[SignIn]:
    """Return the viewer's own sign-ins that have not ended, the newest first."""
    return db.session.scalars(
        select(SignIn)
        .where(
            SignIn.user_id == viewer.user_id,
            SignIn.ended_at.is_(None),
            SignIn.ends_at > viewer.as_of,
        )
        .order_by(SignIn.created_at.desc())
    ).all()
