"""A second, naive reading of a practice's outcomes: plain SQL and counting, none of our own."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

ATTENDED = {"present", "late", "left_early"}
ENDED = {"completed", "discharged"}
STAYS = """
    select e.id, e.participant_id,
        coalesce(nullif(p.nickname, ''), p.given_name) || ' ' || substr(p.family_name, 1, 1) || '.',
        e.group_id, g.name, g.time_zone, t.key, t.curriculum_id, m.key, m.id
    from enrollments e join participants p on p.id = e.participant_id
    join groups g on g.id = e.group_id
    join group_types t on t.id = g.group_type_id join measures m on m.id = t.primary_measure_id
"""
MEETINGS = """
    select s.id, s.on_date, s.cancelled_at is not null, c.number, a.mark
    from group_sessions s join cycles c on c.id = s.cycle_id
    left join attendance a on a.group_session_id = s.id and a.enrollment_id = ?
    where s.group_id = ? and (s.cancelled_at is not null or s.starts_at <= ?)
    order by s.starts_at, s.id
"""
CHANGES = """
    select status, on_date, reason from enrollment_changes where enrollment_id = ?
    order by on_date, id
"""
SCORES = """
    select assessed_on, score from assessments
    where participant_id = ? and measure_id = ? and superseded_at is null and score is not null
    order by assessed_on, id
"""


@dataclass
class Meeting:
    """One session of the group, held or cancelled, while the person was in it."""

    id: int
    on: date
    is_cancelled: bool
    cycle: int
    mark: str | None


@dataclass
class Stay:
    """One stay that started, with the scores of its window by hand."""

    id: int
    participant: int
    name: str
    group: int
    group_name: str
    time_zone: str
    type: str
    curriculum: int | None
    measure: str
    left: set[str | None]
    meetings: list[Meeting]
    scores: list[tuple[date, float]] = field(default_factory=list)
    mood: list[tuple[date, float]] = field(default_factory=list)

    @property
    def held(self) -> list[Meeting]:
        return [meeting for meeting in self.meetings if not meeting.is_cancelled]

    @property
    def came(self) -> list[Meeting]:
        return [meeting for meeting in self.held if meeting.mark in ATTENDED]

    @property
    def attended(self) -> int:
        return len(self.came)

    @property
    def first_attended(self) -> date:
        return self.came[0].on

    @property
    def cycle(self) -> int:
        return self.came[0].cycle

    @property
    def last_day(self) -> date:
        return self.first_attended + timedelta(days=63)

    @property
    def is_closed(self) -> bool:
        return datetime.now(ZoneInfo(self.time_zone)).date() > self.last_day

    @property
    def has_dropped_out(self) -> bool:
        """Discharged as such, or four misses in a row of those recorded and never back since."""
        marks = ["x" if each.mark in ATTENDED else "o" for each in self.held if each.mark]
        row = "".join(marks)
        stays_away = "oooo" in row and "x" not in row[row.index("oooo") :]
        return "dropped_out" in self.left or stays_away

    def pair_of(self, scores: list[tuple[date, float]]) -> tuple[float, float] | None:
        """The earliest score around the start and the latest of the outcome's days."""
        by_day = [((on - self.first_attended).days, value) for on, value in scores]
        before = [value for day, value in by_day if -14 <= day <= 7]
        after = [value for day, value in by_day if 21 <= day <= 63]
        return (before[0], after[-1]) if before and after else None

    @property
    def pair(self) -> tuple[float, float] | None:
        return self.pair_of(self.scores)

    @property
    def baseline(self) -> tuple[date, float] | None:
        return self.first_around_the_start(self.scores)

    def first_around_the_start(self, scores: list[tuple[date, float]]) -> tuple[date, float] | None:
        days = [row for row in scores if -14 <= (row[0] - self.first_attended).days <= 7]
        return days[0] if days else None

    def week_of(self, on: date) -> int:
        return (on - self.first_attended).days // 7 + 1

    def by_week(self, scores: list[tuple[date, float]]) -> dict[int, float | None]:
        """The last score of every week that a figure shows; None in a gap between two."""
        known = {self.week_of(on): value for on, value in scores}
        return filled(known, [week for week in known if -1 <= week <= 10])

    def shown(self, scores: list[tuple[date, float]]) -> dict[int, float | None]:
        """The same, with gaps for the weeks of sessions held before and after."""
        known = self.by_week(scores)
        held = {self.week_of(meeting.on) for meeting in self.held} if known else set()
        return filled(known, known.keys() | {week for week in held if 1 <= week <= 10})


def filled(known: dict[int, Any], weeks: Collection[int]) -> dict[int, Any]:
    """Every week from the first to the last of these, None where nothing is known."""
    ends = range(min(weeks), max(weeks) + 1) if weeks else ()
    return {week: known.get(week) for week in ends}


def opened(instance: Path) -> closing:
    return closing(sqlite3.connect(f"file:{instance / 'groupwork.db'}?mode=ro", uri=True))


def is_active(changes: list[tuple[str, str, str | None]], on: str) -> bool:
    """Whether somebody was in the group on a day: the first and the last day count."""
    status = ""
    for word, day, _ in changes:
        if day > on or (word in ENDED and day == on):
            break
        status = word
    return status == "active"


def stays_that_started(instance: Path) -> list[Stay]:
    """Read every stay with at least one attended session, straight from the file."""
    now = datetime.now(UTC).isoformat().replace("+00:00", "Z")
    found = []
    with opened(instance) as file:
        (mood_id,) = file.execute("select id from measures where key = 'phq9'").fetchone()
        for *of_stay, measure_id in file.execute(STAYS).fetchall():
            number, person, group = of_stay[0], of_stay[1], of_stay[3]
            changes = file.execute(CHANGES, (number,)).fetchall()
            meetings = [
                Meeting(id_, date.fromisoformat(on), bool(cancelled), cycle, mark)
                for id_, on, cancelled, cycle, mark in file.execute(MEETINGS, (number, group, now))
                if is_active(changes, on)
            ]
            stay = Stay(*of_stay, {reason for *_, reason in changes}, meetings)
            if stay.came:
                stay.scores = scores_of(file, person, measure_id)
                stay.mood = scores_of(file, person, mood_id)
                found.append(stay)
    return found


def scores_of(file: sqlite3.Connection, person: int, measure: int) -> list[tuple[date, float]]:
    rows = file.execute(SCORES, (person, measure))
    return [(date.fromisoformat(on), value) for on, value in rows]


def by_group(stays: list[Stay]) -> dict[int, list[Stay]]:
    groups: dict[int, list[Stay]] = defaultdict(list)
    for stay in stays:
        groups[stay.group].append(stay)
    return groups
