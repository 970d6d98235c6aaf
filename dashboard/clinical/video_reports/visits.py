"""One row of an attendance file: who, from when to when, for how long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product

from dashboard.clinical.video_reports.problems import OtherDay, SessionFrame, Unreadable
from dashboard.clinical.video_reports.times import moments_of, seconds_of
from dashboard.clinical.video_reports.words_in_files import Column

# Durations are rounded to minutes, upwards by some platforms.
ROUNDING = timedelta(seconds=90)
# A device that lost its line joins again before it is seen to have left.
REJOINING = timedelta(minutes=2)
LONGEST_VISIT = timedelta(hours=24)
CLOCKS_BACK = "The clocks went back: which hour is meant cannot be told."
ORDER = "Left before joining: the times are not used."


@dataclass(frozen=True)
class Visit:
    """One stay in the room: times in UTC and seconds, each None when it is not known."""

    line: int
    name: str
    email: str
    joined: datetime | None = None
    left: datetime | None = None
    seconds: int | None = None

    def overlap(self, frame: SessionFrame) -> tuple[datetime, datetime] | None:
        """The part of it within the session; None when there is none or it is not known."""
        if self.joined is None or self.left is None:
            return None
        start, end = max(self.joined, frame.starts_at), min(self.left, frame.ends_at)
        return (start, end) if start < end else None


def are_at_once(visits: Iterable[Visit]) -> bool:
    """Tell whether visits overlap for longer than it takes to join again: two devices at least."""
    timed = ((visit.joined, visit.left) for visit in visits if visit.joined and visit.left)
    reached: datetime | None = None
    for joined, left in sorted(timed):
        if reached is not None and min(left, reached) - joined > REJOINING:
            return True
        reached = left if reached is None else max(reached, left)
    return False


def read_visit(
    line: int, cells: dict[Column, str], frame: SessionFrame
) -> tuple[Visit, tuple[str, ...]]:
    """Read one row; what is not understood is unknown in the visit, and said in a message.

    Raises `OtherDay`: what somebody did on another day says nothing of this session.
    """
    messages: list[str] = []
    seconds = read_seconds(cells, messages)
    joined, left = read_times(cells, frame, seconds, messages)
    visit = Visit(line, name_in(cells), cells.get(Column.EMAIL, ""), joined, left, seconds)
    return visit, tuple(messages)


def name_in(cells: dict[Column, str]) -> str:
    """The name, from one column or from two."""
    if cells.get(Column.NAME):
        return cells[Column.NAME]
    parts = (cells.get(Column.FIRST_NAME, ""), cells.get(Column.LAST_NAME, ""))
    return " ".join(part for part in parts if part)


def read_seconds(cells: dict[Column, str], messages: list[str]) -> int | None:
    """The duration, from either kind of column."""
    for column in (Column.MINUTES, Column.DURATION):
        if text := cells.get(column):
            try:
                return seconds_of(text, in_minutes=column is Column.MINUTES)
            except Unreadable as problem:
                messages.append(str(problem))
    return None


Times = tuple[datetime | None, datetime | None]


def read_times(
    cells: dict[Column, str], frame: SessionFrame, seconds: int | None, messages: list[str]
) -> Times:
    """Both times, or neither."""
    written = cells.get(Column.JOINED), cells.get(Column.LEFT)
    if not written[0] or not written[1]:
        return None, None
    try:
        joined, left = (moments_of(text, frame) for text in written if text)
        return settle(joined, left, seconds)
    except OtherDay:
        raise
    except Unreadable as problem:
        messages.append(str(problem))
        return None, None


def settle(
    joined: tuple[datetime, ...], left: tuple[datetime, ...], seconds: int | None
) -> tuple[datetime, datetime]:
    """Choose between the moments of an hour shown twice by the duration; raises `Unreadable`."""
    pairs = [(start, end) for start, end in product(joined, left) if start <= end]
    if not pairs:
        raise Unreadable(ORDER)
    if len(pairs) > 1 and seconds is not None:
        length = timedelta(seconds=seconds)
        pairs = [pair for pair in pairs if abs(pair[1] - pair[0] - length) <= ROUNDING]
    if len(pairs) != 1:
        raise Unreadable(CLOCKS_BACK)
    if pairs[0][1] - pairs[0][0] > LONGEST_VISIT:
        raise Unreadable("The times are more than a day apart: they are not used.")
    return pairs[0]
