"""A second, naive reading of a practice's outcomes: plain SQL and counting, none of our own."""

import sqlite3
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

ATTENDED = {"present", "late", "left_early"}
STAYS = """
    select e.id, e.participant_id, e.group_id, g.name, m.key, m.id
    from enrollments e join groups g on g.id = e.group_id
    join group_types t on t.id = g.group_type_id join measures m on m.id = t.primary_measure_id
"""
HELD = """
    select s.on_date, s.week, a.mark from attendance a
    join group_sessions s on s.id = a.group_session_id
    where a.enrollment_id = ? and s.cancelled_at is null and s.starts_at <= ? order by s.on_date
"""
SCORES = """
    select assessed_on, score from assessments
    where participant_id = ? and measure_id = ? and superseded_at is null and score is not null
    order by assessed_on, id
"""


@dataclass
class Stay:
    """One stay that started, with the scores of its window by hand."""

    participant: int
    group: int
    measure: str
    first_attended: date
    attended: int
    scores: list[tuple[date, float]] = field(default_factory=list)
    held: list[date] = field(default_factory=list)

    def within(self, first: int, last: int) -> list[float]:
        return [
            value for on, value in self.scores if first <= (on - self.first_attended).days <= last
        ]

    @property
    def before(self) -> float | None:
        found = self.within(-14, 7)
        return found[0] if found else None

    @property
    def after(self) -> float | None:
        found = self.within(21, 63)
        return found[-1] if found else None

    @property
    def pair(self) -> tuple[float, float] | None:
        known = self.before is not None and self.after is not None
        return (self.before, self.after) if known else None

    @property
    def is_closed(self) -> bool:
        return datetime.now(UTC).date() > self.first_attended + timedelta(days=64)

    @property
    def held_weeks(self) -> set[int]:
        """The weeks of its own clock in which a session was marked."""
        return {(on - self.first_attended).days // 7 + 1 for on in self.held}

    def by_week(self) -> dict[int, float]:
        """The last score of every week from the first attended session."""
        return {(on - self.first_attended).days // 7 + 1: value for on, value in self.scores}


def stays_that_started(instance: Path) -> list[Stay]:
    """Read every stay with at least one attended session, straight from the file."""
    now = datetime.now(UTC).isoformat().replace("+00:00", "Z")
    found = []
    with closing(sqlite3.connect(f"file:{instance / 'groupwork.db'}?mode=ro", uri=True)) as file:
        for stay, person, group, _, measure, measure_id in file.execute(STAYS).fetchall():
            held = [
                (date.fromisoformat(on), mark) for on, _, mark in file.execute(HELD, (stay, now))
            ]
            days = [on for on, mark in held if mark in ATTENDED]
            if days:
                scores = [
                    (date.fromisoformat(on), value)
                    for on, value in file.execute(SCORES, (person, measure_id))
                ]
                marked = [on for on, mark in held if mark]
                found.append(Stay(person, group, measure, min(days), len(days), scores, marked))
    return found


def by_group(stays: list[Stay]) -> dict[int, list[Stay]]:
    groups: dict[int, list[Stay]] = defaultdict(list)
    for stay in stays:
        groups[stay.group].append(stay)
    return groups
