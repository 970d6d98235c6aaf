"""The attendance rate: attended of held while enrolled, with what is not recorded kept apart."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.clinical.attendance.sessions import History, expected_sessions
from dashboard.clinical.words import ATTENDED_MARKS, Mark


@dataclass(frozen=True)
class AttendanceRate:
    """Sessions of one person or of many: expected = attended + missed + not recorded."""

    attended: int
    missed: int
    not_recorded: int

    @property
    def expected(self) -> int:
        """Sessions held while the person was enrolled and active."""
        return self.attended + self.missed + self.not_recorded

    @property
    def recorded(self) -> int:
        """Expected sessions that have a mark: what the rate is of."""
        return self.attended + self.missed

    @property
    def rate(self) -> float | None:
        """Attended / recorded, 0 to 1; None when nothing was held or recorded."""
        return self.attended / self.recorded if self.recorded else None


def attendance_rate(history: History) -> AttendanceRate:
    """Count one person's expected sessions; a mark on a session that does not count is left out."""
    return rate_of_marks(session.mark for session in expected_sessions(history))


def rate_of_marks(marks: Iterable[Mark | None]) -> AttendanceRate:
    """Count marks of expected sessions, of one person or of many; None is not recorded."""
    counted = list(marks)
    attended = sum(mark in ATTENDED_MARKS for mark in counted)
    not_recorded = counted.count(None)
    return AttendanceRate(attended, len(counted) - attended - not_recorded, not_recorded)
