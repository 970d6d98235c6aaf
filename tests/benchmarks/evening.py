"""A practice for the measured evening: ten people, a template of the practice, phrases of Ana's."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from dashboard import create_app
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.phrases import Phrase
from tests.factories import NEW_YORK, make_group, make_user

TEMPLATE = (
    "Took part in the exercise. In this person's own words: ___ Will practice until next week."
)
PHRASES = {
    "s": "Used the skill once or more since last week.",
    "t": "Noticing the first sign and choosing what to do.",
    "g": "Reviewed homework, taught one skill, practiced in pairs, planned the week.",
}


def set_up(instance: Path) -> str:
    """Write the practice into an instance that is set up; return Ana's e-mail."""
    app = create_app({"GROUPWORK_INSTANCE": str(instance)})
    with app.app_context(), writing():
        ana = make_user("Ana Ruiz", credentials="LCSW")
        today = datetime.now(UTC).astimezone(ZoneInfo(NEW_YORK)).date()
        make_group(ana, people=10, name="Evening group", starts_on=today - timedelta(weeks=1))
        db.session.add(Phrase(short_name="r", title="Response", text=TEMPLATE))
        for name, text in PHRASES.items():
            db.session.add(Phrase(owner_id=ana.id, short_name=name, title=name, text=text))
        email = ana.email
        db.session.commit()
        db.engine.dispose()
    return email
