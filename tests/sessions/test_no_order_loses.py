"""Whatever two people save, retry and settle while the roster changes: no mark or word is lost."""

from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from dashboard.caseload.reach import find_group_session
from dashboard.clinical.words import DischargeReason, EnrollmentStatus, Mark
from dashboard.database import writing
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.group_sessions import Attendance, GroupSession
from dashboard.models.groups import Group
from dashboard.models.notes import ProgressNote
from dashboard.models.participants import Enrollment
from dashboard.records.enrollments import change_status, leave, transfer
from dashboard.records.session_entries import (
    Entry,
    EntryConflict,
    EntryRefused,
    EntrySaved,
    Writer,
    write_entry,
)
from tests.cast import viewer_of
from tests.factories import make_group
from tests.sessions.conftest import DURING

Place = tuple[int, str]
VALUES = {
    "response": ["", "a", "b"],
    "plan": ["", "c", "d"],
    "mark": ["", Mark.PRESENT.value, Mark.LATE.value, Mark.NO_SHOW.value],
}
DAY = DURING.date()


@dataclass
class Work:
    """A session, what was acknowledged as kept, and what each of two people saw and sent last."""

    group_session: GroupSession
    stays: list[int]
    elsewhere: Group
    writers: list[Writer]
    kept: dict[Place, str] = field(default_factory=dict)
    seen: tuple[dict[Place, str], ...] = field(default_factory=lambda: ({}, {}))
    last: dict[int, tuple[Place, str, str]] = field(default_factory=dict)

    def save(self, who: int, place: Place, value: str, base: str | None = None) -> None:
        base = self.seen[who].get(place, "") if base is None else base
        stay, name = self.stays[place[0]], place[1]
        target = f"{'attendance' if name == 'mark' else 'progress-note'}:{stay}"
        self.last[who] = (place, value, base)
        result, *_ = write_entry(
            self.group_session, Entry(target, name, value, base), self.writers[who]
        )
        kept = self.kept.get(place, "")
        if isinstance(result, EntryConflict):
            assert kept not in (value, base)
            assert result.theirs == kept
        elif isinstance(result, EntrySaved):
            assert kept in (value, base)
            self.kept[place] = self.seen[who][place] = value
        else:
            assert isinstance(result, EntryRefused)

    def retry(self, who: int) -> None:
        """An answer that got lost on the way: exactly the same is sent again."""
        if who in self.last:
            self.save(who, *self.last[who])

    def settle(self, who: int, place: Place, value: str) -> None:
        """A person has seen both versions and chosen."""
        self.save(who, place, value, self.kept.get(place, ""))

    def look(self, who: int) -> None:
        self.seen[who].update(self.kept)

    def step(self, place: int, status: EnrollmentStatus) -> None:
        self._change(place, lambda stay, told: change_status(stay, status, remark="", **told))

    def end(self, place: int) -> None:
        reason = DischargeReason.MOVED
        self._change(place, lambda stay, told: leave(stay, reason, remark="", **told))

    def move(self, place: int) -> None:
        to = self.elsewhere
        self._change(
            place, lambda stay, told: transfer(stay, stay.participant, to, remark="", **told)
        )

    def _change(self, place: int, change: Callable[[Enrollment, dict], object]) -> None:
        """What the roster refuses it refuses whole."""
        told = {"on": DAY, "by": self.writers[0].user_id, "at": DURING}
        stay = db.session.get_one(Enrollment, self.stays[place])
        db.session.refresh(stay, ["participant", "group"])
        try:
            with db.session.begin_nested():
                change(stay, told)
        except Refused:
            db.session.refresh(stay)

    def check(self) -> None:
        """Read from the tables, whoever is on the roster now, and compare with what was told."""
        found: dict[Place, str] = {}
        notes = select(ProgressNote).where(ProgressNote.group_session_id == self.group_session.id)
        for note in db.session.scalars(notes):
            place = self.stays.index(note.enrollment_id)
            found |= {(place, "response"): note.response, (place, "plan"): note.plan}
        marks = select(Attendance).where(Attendance.group_session_id == self.group_session.id)
        for row in db.session.scalars(marks):
            found[self.stays.index(row.enrollment_id), "mark"] = row.mark or ""
        filled = {place: value for place, value in found.items() if value}
        assert filled == {place: value for place, value in self.kept.items() if value}


people, stays = st.integers(0, 1), st.integers(0, 2)
texts = st.sampled_from([(name, value) for name, values in VALUES.items() for value in values])
written = st.tuples(people, stays, texts).map(
    lambda told: (told[0], (told[1], told[2][0]), told[2][1])
)
STATUSES = (EnrollmentStatus.ON_HOLD, EnrollmentStatus.ACTIVE)
acts = st.one_of(
    st.tuples(st.just("save"), written),
    st.tuples(st.just("settle"), written),
    st.tuples(st.just("retry"), people.map(lambda who: (who,))),
    st.tuples(st.just("look"), people.map(lambda who: (who,))),
    st.tuples(st.just("step"), st.tuples(stays, st.sampled_from(STATUSES))),
    st.tuples(st.just("end"), stays.map(lambda place: (place,))),
    st.tuples(st.just("move"), stays.map(lambda place: (place,))),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(acts, min_size=3, max_size=14))
def test_no_order_of_saves_conflicts_roster_changes_and_retries_loses_anything(
    app, cast, meeting, done
):
    with app.app_context(), writing():
        viewer = viewer_of(cast.ana, DURING)
        group_session = find_group_session(viewer, meeting.session_id)
        elsewhere = make_group(db.session.merge(cast.ben), people=0, name="Elsewhere").group
        writers = [Writer(cast.ana.id, DURING), Writer(cast.ben.id, DURING)]
        work = Work(group_session, meeting.stays, elsewhere, writers)
        for act, told in done:
            getattr(work, act)(*told)
            db.session.flush()
            work.check()
        db.session.rollback()
