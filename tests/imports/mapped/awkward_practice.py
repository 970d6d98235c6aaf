"""A practice with everything that is hard to carry over: names, marks, stays, sessions."""

from datetime import UTC, date, datetime

from dashboard.clinical.words import DischargeReason, EnrollmentStatus, Mark
from dashboard.extensions import db
from dashboard.models.participants import Participant
from tests.cast import make_cast
from tests.exports.small_practice import change, end, person
from tests.factories import make_cycle, make_enrollment, make_group, mark

NAMES = (
    "=SUM(A1) Wells",
    "Dana 'Quote'",
    'Ana "Nina" O\'Hara',
    "José Núñez-Ødegård 李",
    "-Elias @Moreau",
    "'=Gus Tobin",
    "Semi;colon Comma,Name",
)


def make_awkward_practice():
    """Seven people in two groups, three marks a person and more, and two cycles."""
    cast = make_cast()
    made = make_group(cast.ana, name='=Group "one", Ünï', weeks=4)
    other = make_group(
        cast.ana, name="DBT; Wed", type_key="dbt_skills", weeks=2, zone="America/Los_Angeles"
    )
    stays = [
        make_enrollment(made.group, person(name, f"={number}"))
        for number, name in enumerate(NAMES, start=1)
    ]
    for stay, value in zip(stays, Mark, strict=False):
        mark(stay, made.sessions[0], value)
    mark(stays[0], made.sessions[1], Mark.PRESENT, minutes_attended=88)
    mark(stays[1], made.sessions[1], Mark.LATE, minutes_attended=0)
    mark(stays[2], made.sessions[1], None)
    _long_stories(made, stays)
    _happened(made)
    _another_cycle(other)
    db.session.commit()


def _long_stories(made, stays):
    """On hold once and again, back after the end, and gone without a reason."""
    for status, on in (("on_hold", 6), ("active", 13), ("on_hold", 20)):
        change(stays[3], EnrollmentStatus(status), date(2026, 10, on))
    stays[3].status = EnrollmentStatus.ON_HOLD
    end(stays[4], date(2026, 10, 6))
    elias = db.session.get_one(Participant, stays[4].participant_id)
    again = make_enrollment(made.group, elias, joined_on=date(2026, 10, 6))
    mark(again, made.sessions[1], Mark.EXCUSED)
    end(stays[5], date(2026, 10, 15), DischargeReason.DROPPED_OUT)
    change(stays[6], EnrollmentStatus.ON_HOLD, date(2026, 10, 8))
    end(stays[6], date(2026, 10, 20), None)


def _happened(made):
    first, second, third, _fourth = made.sessions
    first.started_at = datetime(2026, 9, 29, 22, 3, 4, 567000, tzinfo=UTC)
    second.started_at = datetime(2026, 10, 6, 22, 0, tzinfo=UTC)
    second.ended_at = datetime(2026, 10, 6, 23, 30, tzinfo=UTC)
    third.cancelled_at = datetime(2026, 10, 12, 9, 0, tzinfo=UTC)


def _another_cycle(other):
    _cycle, sessions = make_cycle(other.group, starts_on=date(2026, 10, 20), number=2)
    stay = make_enrollment(other.group, person("Nora Free", "N-1"))
    mark(stay, other.sessions[1], Mark.LEFT_EARLY)
    mark(stay, sessions[0], Mark.NO_SHOW)
