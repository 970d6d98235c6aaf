"""`flask seats expire`: may run as often as one likes."""

from datetime import UTC, datetime

from dashboard.clinical.words import EnrollmentStatus
from dashboard.database import writing
from dashboard.extensions import db
from tests.factories import make_enrollment, make_group

LAPSED = datetime(2026, 10, 1, tzinfo=UTC)


def test_lapsed_seats_are_given_on_once(app, cast):
    with app.app_context(), writing():
        made = make_group(db.session.merge(cast.ana), people=1, capacity=1)
        made.enrollments[0].status = EnrollmentStatus.RESERVED
        made.enrollments[0].reserved_until = LAPSED
        make_enrollment(made.group, status=EnrollmentStatus.WAITLISTED, joined_on=None)
        db.session.commit()
    said = [app.test_cli_runner().invoke(args=["seats", "expire"]).output for _ in range(2)]
    assert said == ["1 lapsed, 1 offered to the next.\n", "0 lapsed, 0 offered to the next.\n"]
