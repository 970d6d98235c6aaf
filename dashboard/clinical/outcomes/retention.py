"""How long people stay, and how soon they improve, with those still on the way not forgotten."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from dashboard.clinical.change.categories import Movement, movement
from dashboard.clinical.change.reliable_change import Z_95
from dashboard.clinical.change.thresholds import Threshold
from dashboard.clinical.outcomes.intervals import Interval
from dashboard.clinical.outcomes.track import week_number
from dashboard.clinical.outcomes.windows import DatedScore
from dashboard.clinical.words import Direction


@dataclass(frozen=True)
class Followed:
    """One person followed up to a session number or week; `happened` if it happened there."""

    until: int
    happened: bool


@dataclass(frozen=True)
class Step:
    """At one session number or week: how many were still followed, to how many it happened.

    `remaining` is the share (0 to 1) to whom it has not happened by then (Kaplan and Meier, 1958).
    """

    at: int
    followed: int
    happened: int
    remaining: float


def steps(people: Sequence[Followed]) -> tuple[Step, ...]:
    """One step for every number from 1 to the last at which anybody is followed."""
    remaining = 1.0
    found = []
    for at in range(1, max((person.until for person in people), default=0) + 1):
        followed = sum(person.until >= at for person in people)
        happened = sum(person.happened and person.until == at for person in people)
        remaining *= 1 - happened / followed
        found.append(Step(at, followed, happened, remaining))
    return tuple(found)


def remaining_intervals(found: Sequence[Step], z: float = Z_95) -> tuple[Interval | None, ...]:
    """The interval of what remains at each step, from 0 to 1, each step taken by itself.

    Greenwood's variance (1926) on the log-log scale (Kalbfleisch and Prentice, 1980), which never
    leaves 0 to 1. None while it has happened to nobody, and once to everybody: the estimate says
    nothing of its own error there.
    """
    total, intervals = 0.0, []
    for step in found:
        if step.happened < step.followed:
            total += step.happened / (step.followed * (step.followed - step.happened))
        intervals.append(_log_log(step.remaining, total, z))
    return tuple(intervals)


def _log_log(share: float, total: float, z: float) -> Interval | None:
    if not 0 < share < 1:
        return None
    reach = math.exp(z * math.sqrt(total) / -math.log(share))
    return Interval(share**reach, share ** (1 / reach))


def drop_out_by_session(people: Sequence[Followed]) -> tuple[Step, ...]:
    """Who left after which attended session: `until` is sessions attended, `happened` dropped out.

    People who completed or are still attending are followed up to their last session only.
    """
    return steps(people)


def median_sessions_attended(sessions: Sequence[int]) -> float | None:
    """The median of sessions attended by those who started; None when nobody did."""
    return median(sessions) if sessions else None


def followed_to_improvement(
    baseline: DatedScore,
    later: Iterable[DatedScore],
    first_attended: date,
    threshold: Threshold,
    direction: Direction,
) -> Followed | None:
    """The week of the first reliable improvement, or of the last score; None without later ones.

    Weeks count from 1, the week that begins with the first attended session; scores before it or
    not after the baseline are left out.
    """
    last_week = None
    for score in sorted(later):
        week = week_number(first_attended, score.on)
        if week < 1 or score.on <= baseline.on:
            continue
        last_week = week
        if movement(baseline.value, score.value, threshold, direction) is Movement.IMPROVED:
            return Followed(week, True)
    return None if last_week is None else Followed(last_week, False)


def median_weeks(people: Sequence[Followed]) -> int | None:
    """The first week by which it has happened to half of them; None when it never has."""
    return next((step.at for step in steps(people) if step.remaining <= 1 / 2), None)
