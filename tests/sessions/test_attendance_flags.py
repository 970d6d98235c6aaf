"""Misses raise their flag with the save that makes them, and a correction takes it back."""

import pytest
from sqlalchemy import select

from dashboard.clinical.words import FlagKind, Mark
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.flags import Flag
from dashboard.models.group_sessions import GroupSession
from dashboard.models.participants import Enrollment
from tests.factories import mark


@pytest.fixture
def missed_before(app, meeting):
    """The first person missed the session a week ago."""
    with app.app_context(), writing():
        stay = db.session.get_one(Enrollment, meeting.stays[0])
        mark(stay, db.session.get_one(GroupSession, meeting.earlier_id), Mark.NO_SHOW)
        db.session.commit()


@pytest.fixture
def flags(app):
    """The dates of every flag about misses, and whether it is closed."""

    def flags():
        with app.app_context():
            rows = db.session.scalars(select(Flag).where(Flag.kind == FlagKind.MISSES))
            return [(flag.detail["dates"], flag.closed_at is not None) for flag in rows]

    return flags


DATES = ["2026-09-29", "2026-10-06"]


def test_the_second_miss_raises_a_flag_and_a_correction_closes_it(
    ana, save, meeting, missed_before, flags
):
    target = f"attendance:{meeting.stays[0]}"
    save(ana, target, "homework", "done")
    assert flags() == []
    save(ana, target, "mark", "excused")
    assert flags() == [(DATES, False)]
    assert "Missed sessions" in ana.get("/flags/").get_data(as_text=True)
    save(ana, target, "mark", "late", "excused")
    assert flags() == [(DATES, True)]


def test_a_cancelled_session_was_missed_by_nobody(ana, save, meeting, missed_before, flags):
    save(ana, f"attendance:{meeting.stays[0]}", "mark", "no_show")
    ana.post(f"{meeting.path}/cancel", {"reason": "Snow"})
    assert flags() == [(DATES, True)]
    ana.post(f"{meeting.path}/reinstate")
    assert flags() == [(DATES, True), (DATES, False)]
