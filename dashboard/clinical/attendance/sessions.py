"""One person's sessions: which of them they were expected at, and what was recorded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dashboard.clinical.words import ENDED_STATUSES, EnrollmentStatus, Mark, SessionState


@dataclass(frozen=True)
class Hold:
    """A time on hold, from `since` up to the day before `until`; None is still on hold."""

    since: date
    until: date | None = None

    def covers(self, on: date) -> bool:
        """Say whether a date falls into it; the day of the return does not."""
        return self.since <= on and (self.until is None or on < self.until)


@dataclass(frozen=True)
class Stay:
    """When a person was enrolled and active: the days of joining and of leaving both count."""

    joined_on: date | None
    left_on: date | None = None
    holds: tuple[Hold, ...] = ()

    def active_on(self, on: date) -> bool:
        """Say whether the person was in the group, and not on hold, on a date."""
        if self.joined_on is None or on < self.joined_on:
            return False
        if self.left_on is not None and on > self.left_on:
            return False
        return not any(hold.covers(on) for hold in self.holds)


@dataclass(frozen=True)
class SessionMark:
    """One session with what was recorded of one person; no mark means: not recorded.

    `made_up` says that the person caught up on a session that they missed.
    """

    on: date
    mark: Mark | None = None
    state: SessionState = SessionState.HELD
    made_up: bool = False


@dataclass(frozen=True)
class History:
    """One stay with the sessions of its group, in any order."""

    stay: Stay
    sessions: tuple[SessionMark, ...]


def is_expected(stay: Stay, on: date, state: SessionState) -> bool:
    """Say whether a session counts for a person: it was held while they were active.

    Planned and cancelled sessions, those before joining, on hold and after leaving never count.
    """
    return state is SessionState.HELD and stay.active_on(on)


def expected_sessions(history: History) -> tuple[SessionMark, ...]:
    """The sessions that count for the person, by date, recorded or not."""
    counted = (
        session
        for session in history.sessions
        if is_expected(history.stay, session.on, session.state)
    )
    return tuple(sorted(counted, key=lambda session: session.on))


def stay_from_changes(changes: Iterable[tuple[EnrollmentStatus, date]]) -> Stay:
    """Read a stay from the changes of an enrollment: from each date on it has that status.

    They are taken in order of date, and on one date in the order given. The first active day is
    the day of joining, the first ended one that of leaving; what is neither is a hold.
    """
    joined_on: date | None = None
    held_since: date | None = None
    holds: list[Hold] = []
    for status, on in sorted(changes, key=lambda change: change[1]):
        if status in ENDED_STATUSES:
            return Stay(joined_on, on, with_open_hold(holds, held_since))
        if status is EnrollmentStatus.ACTIVE:
            if held_since is not None and held_since < on:
                holds.append(Hold(held_since, on))
            joined_on, held_since = joined_on or on, None
        elif joined_on is not None:
            held_since = held_since or on
    return Stay(joined_on, None, with_open_hold(holds, held_since))


def with_open_hold(holds: list[Hold], since: date | None) -> tuple[Hold, ...]:
    """The holds, with the one that nobody ended, if there is one."""
    return tuple(holds) if since is None else (*holds, Hold(since))
