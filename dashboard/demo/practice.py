"""Makes the demo practice in an empty database, in one transaction."""

from datetime import date, datetime
from random import Random

from sqlalchemy import select

from dashboard.demo.groups import ToldGroup, add_groups, teach
from dashboard.demo.happenings import assess, attend
from dashboard.demo.happenings.answering import (
    RISK_GROUP,
    RISK_MEASURE,
    RISK_PLACE,
    raise_risk_flag,
)
from dashboard.demo.notes import write_notes
from dashboard.demo.people import add_users, describe_practice
from dashboard.demo.scores import Measures
from dashboard.demo.stays import People, Stay, add_stays, hold
from dashboard.demo.story import SEED
from dashboard.extensions import db
from dashboard.models.measures import Assessment
from dashboard.records.attendance_rules import refresh_attendance_flags
from dashboard.records.library import install_library
from dashboard.records.trail import write_audit_line

HOLD_GROUP, HOLD_PLACE = "borderline", 6


def make_practice(*, today: date, at: datetime, passwords: dict[str, str]) -> None:
    """Write the whole practice as it stands on `today` (its own date) at `at` (UTC); commit.

    `passwords` has one for everybody, by their key. The database must be migrated and empty.
    """
    chance = Random(SEED)  # noqa: S311 - the same invented people each time
    install_library(at=at)
    users = add_users(today=today, at=at, passwords=passwords)
    describe_practice(today=today)
    measures, people = Measures(), People(chance, at)
    for told in add_groups(users, today=today, at=at):
        _tell_group(told, people, measures, today=today, at=at)
    write_audit_line(by=None, at=at, action="make demo practice", subject="practice", subject_id=1)
    db.session.commit()


def _tell_group(
    told: ToldGroup, people: People, measures: Measures, *, today: date, at: datetime
) -> None:
    chance = people.chance
    stays = add_stays(told, people, today=today, at=at)
    teach(told, today=today)
    marks = attend(told, stays, today=today, chance=chance)
    assess(told, stays, marks, measures, today=today, at=at, chance=chance)
    for meetings in told.cycles:
        behind = [meeting for meeting in meetings if meeting.on_date < today]
        write_notes(told, stays, marks, behind=behind, chance=chance)
    met = [meeting for meeting in told.cycles[-1] if meeting.on_date < today]
    for meeting in met[-1:]:
        refresh_attendance_flags(meeting, meeting.ends_at)
    current = {stay.place: stay for stay in stays if stay.is_current}
    if told.told["type"] == HOLD_GROUP:
        hold(current[HOLD_PLACE], on=today, at=at)
    if told.told["type"] == RISK_GROUP:
        _answer_at_risk(current[RISK_PLACE], measures, today=today)
    db.session.flush()


def _answer_at_risk(stay: Stay, measures: Measures, *, today: date) -> None:
    row = db.session.scalars(
        select(Assessment).where(
            Assessment.participant_id == stay.person.id,
            Assessment.measure_id == measures.by_key[RISK_MEASURE][1],
            Assessment.assessed_on == today,
        )
    ).one()
    raise_risk_flag(stay, row)
