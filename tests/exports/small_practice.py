"""A practice with one small group whose attendance is known to the last cell."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import DischargeReason, EnrollmentStatus, Mark
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Group
from dashboard.models.participants import Enrollment, EnrollmentChange
from tests.cast import Cast, make_cast, viewer_of
from tests.factories import LONG_AGO, make_enrollment, make_group, make_participant, mark

# Three of the four sessions have begun.
AS_OF = datetime(2026, 10, 15, 12, tzinfo=UTC)


@dataclass(frozen=True)
class SmallPractice:
    """Dana is there from the first week; Elias joins in week 2, is on hold in week 3."""

    cast: Cast
    group: Group
    sessions: list[GroupSession]
    dana: Enrollment
    elias: Enrollment

    @property
    def lena(self) -> Viewer:
        return viewer_of(self.cast.lena, AS_OF)

    @property
    def ana(self) -> Viewer:
        return viewer_of(self.cast.ana, AS_OF)


def change(stay, status, on, reason=None):
    """Add one change of a stay."""
    row = EnrollmentChange(
        enrollment_id=stay.id, status=status, on_date=on, reason=reason, at=LONG_AGO
    )
    db.session.add(row)
    db.session.flush()


def person(name, code):
    made = make_participant(name)
    made.code = code
    return made


def make_small_practice() -> SmallPractice:
    cast = make_cast()
    made = make_group(cast.ana, weeks=4)
    dana = make_enrollment(made.group, person("Dana Wells", "P-1"))
    elias = make_enrollment(made.group, person("=Elias Moreau", "P-2"), joined_on=date(2026, 10, 6))
    change(elias, EnrollmentStatus.ON_HOLD, date(2026, 10, 13))
    elias.status = EnrollmentStatus.ON_HOLD
    first, second, third, _ = made.sessions
    first.started_at = datetime(2026, 9, 29, 22, 3, tzinfo=UTC)
    mark(dana, first, Mark.PRESENT, minutes_attended=90)
    mark(dana, second, None)
    mark(elias, second, Mark.LATE, minutes_attended=75)
    mark(elias, third, Mark.PRESENT, minutes_attended=90)  # on hold: it does not count
    db.session.flush()
    return SmallPractice(cast, made.group, made.sessions, dana, elias)


def end(stay, on, reason=DischargeReason.MOVED):
    """End a stay."""
    change(stay, EnrollmentStatus.DISCHARGED, on, reason)
    stay.status, stay.ended_on, stay.seat_number = EnrollmentStatus.DISCHARGED, on, None
    db.session.flush()
