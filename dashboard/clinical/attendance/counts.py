"""The three honest counts of an attendance export, and what is not recorded among them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.clinical.attendance.rate import AttendanceRate, rate_of_marks
from dashboard.clinical.attendance.register import RegisterRow
from dashboard.clinical.words import Mark, SessionState


@dataclass(frozen=True)
class AttendanceCounts:
    """Sessions held, and the person-sessions of them: expected, attended, not recorded."""

    sessions_held: int
    person_sessions: AttendanceRate

    @property
    def expected(self) -> int:
        """Person-sessions expected: each person at each session held while they were active."""
        return self.person_sessions.expected

    @property
    def attended(self) -> int:
        """Person-sessions attended, of those expected."""
        return self.person_sessions.attended

    @property
    def not_recorded(self) -> int:
        """Person-sessions expected that have no mark: neither attended nor missed."""
        return self.person_sessions.not_recorded


def attendance_counts(
    rows: Iterable[RegisterRow], sessions: Iterable[tuple[int, SessionState]] = ()
) -> AttendanceCounts:
    """Count rows of people at sessions; each session once, however many people it had.

    `sessions` are the session numbers that were asked for, with their state: so a session held
    to which nobody was expected, and which has no row, is counted too.
    """
    held = {session for session, state in sessions if state is SessionState.HELD}

    def expected_marks() -> Iterator[Mark | None]:
        for row in rows:  # once, and one at a time: an export may have a million of them
            if row.state is SessionState.HELD:
                held.add(row.session)
            if row.expected:
                yield row.mark

    person_sessions = rate_of_marks(expected_marks())
    return AttendanceCounts(len(held), person_sessions)
