"""Each person at each session, from their first day to their last, streamed in a fixed order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from sqlalchemy import Row, Select, and_, func, or_, select

from dashboard.caseload.attendance_export.filters import AttendanceFilters
from dashboard.caseload.attendance_export.sessions import (
    SessionFacts,
    begun,
    sessions_asked_for,
)
from dashboard.caseload.attendance_export.stays import Disguise, StayFacts, stays_asked_for
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.attendance import RegisterCell, RegisterRow, is_expected
from dashboard.clinical.attendance.register import cell
from dashboard.clinical.words import Mark
from dashboard.extensions import db
from dashboard.models.group_sessions import Attendance, GroupSession
from dashboard.models.participants import Enrollment

# Large enough to be fast, small enough that a million rows never stand in memory.
CHUNK = 2_000

Found = Row[int, int, Mark | None, int | None]


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """One person at one session, with what was recorded and whether they were expected."""

    session: SessionFacts
    stay: StayFacts
    mark: Mark | None
    minutes: int | None
    expected: bool

    @property
    def for_register(self) -> RegisterRow:
        """The row as the register and the counts read it."""
        return RegisterRow(
            person=self.stay.participant_id,
            name=f"{self.stay.given_name} {self.stay.family_name}",
            session=self.session.id,
            week=self.session.week,
            on=self.session.on,
            state=self.session.state,
            expected=self.expected,
            mark=self.mark,
            minutes=self.minutes,
        )

    @property
    def cell(self) -> RegisterCell:
        """What the register says of it: a mark that does not count is not shown as one."""
        return cell(self.for_register)


def attendance_rows(
    viewer: Viewer, filters: AttendanceFilters, disguise: Disguise | None = None
) -> Iterator[AttendanceRow]:
    """Yield the rows that the filters ask for, by date, group, week, and name of participant.

    A stay has a row for each session of its group from its first to its last day, also for
    cancelled ones and those on hold; sessions that have not begun are left out.
    """
    sessions = sessions_asked_for(viewer, filters)
    stays = stays_asked_for(viewer, filters, disguise)
    found = db.session.execute(_query(viewer, filters).execution_options(yield_per=CHUNK))
    of_days = groupby(found, key=lambda row: sessions[row[0]].on)
    for _, day in of_days:
        rows = (_row(each, sessions, stays) for each in day)
        for row in _counted_once(sorted(rows, key=_order)):
            if not filters.marks or row.cell.says in filters.marks:
                yield row


def rows_at_most(viewer: Viewer, filters: AttendanceFilters) -> int:
    """Return how many rows the filters ask for, before those about marks: quick to know."""
    query = _query(viewer, filters).order_by(None)
    return db.session.scalars(
        query.with_only_columns(func.count(), maintain_column_froms=True)
    ).one()


def _query(viewer: Viewer, filters: AttendanceFilters) -> Select[int, int, Mark | None, int | None]:
    of_both = and_(
        Attendance.enrollment_id == Enrollment.id, Attendance.group_session_id == GroupSession.id
    )
    query = (
        select(GroupSession.id, Enrollment.id, Attendance.mark, Attendance.minutes_attended)
        .join(Enrollment, Enrollment.group_id == GroupSession.group_id)
        .outerjoin(Attendance, of_both)
        .where(
            *begun(viewer, filters),
            Enrollment.joined_on <= GroupSession.on_date,
            or_(Enrollment.ended_on.is_(None), Enrollment.ended_on >= GroupSession.on_date),
        )
        .order_by(GroupSession.on_date)
    )
    if filters.participant_id is not None:
        query = query.where(Enrollment.participant_id == filters.participant_id)
    return query


def _row(
    found: Found, sessions: dict[int, SessionFacts], stays: dict[int, StayFacts]
) -> AttendanceRow:
    session, stay = sessions[found[0]], stays[found[1]]
    expected = is_expected(stay.stay, session.on, session.state)
    return AttendanceRow(session, stay, found[2], found[3], expected)


def _order(row: AttendanceRow) -> tuple[object, ...]:
    """The order of the file: it depends on nothing but what the file says."""
    session, stay = row.session, row.stay
    person = (stay.family_name, stay.given_name, stay.code)
    return session.group, session.cycle, session.week, *person, stay.stay.joined_on, stay.id


def _counted_once(rows: Iterable[AttendanceRow]) -> Iterator[AttendanceRow]:
    """Expect somebody once at a session, who left and came back on the day of it.

    The stay with a mark counts, and the later one of two alike.
    """
    for _, of_one in groupby(rows, key=lambda row: (row.session.id, row.stay.participant_id)):
        mine = list(of_one)
        counts = max(mine, key=lambda row: (row.expected, row.mark is not None, mine.index(row)))
        for row in mine:
            yield row if row is counts else replace(row, expected=False)
