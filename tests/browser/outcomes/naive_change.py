"""What became of somebody by a measure's own definition, and how sure a share is: by hand."""

import json
import math
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, stdev

from tests.browser.outcomes.naive import Stay, opened

NEWEST = """
    select m.key, v.definition from measure_versions v join measures m on m.id = v.measure_id
    order by v.number
"""
Z = 1.959963985
# Two-sided 95% points of Student's t for 1, 2, 3 ... degrees of freedom, from a printed table.
T_95 = (
    *(12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228),
    *(2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086),
    *(2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042),
)


@dataclass
class Rule:
    """The thresholds of one measure; those from memory count as none."""

    short_name: str
    low: float
    high: float
    higher_is_worse: bool
    needed: float | None
    exactly_is_enough: bool
    cutoff: tuple[str, float] | None
    items: list[dict]

    def improved(self, before: float, after: float) -> float:
        """Points toward better."""
        return before - after if self.higher_is_worse else after - before

    def moved(self, before: float, after: float) -> int:
        """1 reliably better, -1 reliably worse, 0 neither."""
        # Nine decimals, since means carry dust.
        points = round(self.improved(before, after), 9)
        enough = abs(points) >= self.needed if self.exactly_is_enough else abs(points) > self.needed
        return (points > 0) - (points < 0) if enough else 0

    def is_clinical(self, score: float) -> bool:
        if self.cutoff is None:
            return False
        how, value = self.cutoff
        held = round(score, 9)
        return {"ge": held >= value, "gt": held > value, "le": held <= value, "lt": held < value}[
            how
        ]

    def category(self, before: float, after: float) -> str:
        began, ended = self.is_clinical(before), self.is_clinical(after)
        moved = self.moved(before, after)
        if moved > 0:
            return "recovered" if began and not ended else "improved"
        if moved < 0:
            return "harmed" if ended and not began else "deteriorated"
        return "unchanged"


def rules(instance: Path) -> dict[str, Rule]:
    """Every measure's newest definition, by key."""
    with opened(instance) as file:
        return {key: rule_from(json.loads(said)) for key, said in file.execute(NEWEST)}


def rule_from(said: dict) -> Rule:
    change, cutoff = usable(said, "reliable_change"), usable(said, "cutoff")
    return Rule(
        said["short_name"],
        said["minimum"],
        said["maximum"],
        said["higher_is"] == "worse",
        change["points"] if change else None,
        bool(change) and change["rule"] == "at_least",
        (cutoff["comparison"], cutoff["value"]) if cutoff else None,
        said["items"],
    )


def usable(said: dict, name: str) -> dict | None:
    found = said.get(name)
    return found if found and found["evidence"] != "U" else None


def share_of(stays: list[Stay], by_key: dict[str, Rule]) -> tuple[int, int]:
    """How many of those with two scores improved reliably, and of how many."""
    pairs = [(by_key[stay.measure], stay.pair) for stay in stays if stay.pair]
    return sum(rule.moved(*pair) > 0 for rule, pair in pairs), len(pairs)


def came_and_changed(stay: Stay, rule: Rule) -> tuple[str, int, float, str]:
    """Name, sessions attended, points changed and category of somebody with two scores."""
    before, after = stay.pair
    return stay.name, stay.attended, round(after - before, 9), rule.category(before, after)


def wilson(count: int, of: int) -> tuple[float, float]:
    """The two shares that lie Z standard errors of their own away from what was seen."""
    a, b, c = of + Z * Z, -(2 * count + Z * Z), count * count / of
    root = math.sqrt(max(0.0, b * b - 4 * a * c))
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


def reach_of_mean(values: list[float]) -> float | None:
    """How far the 95% interval of a mean reaches either way; None for one value."""
    if len(values) < 2:
        return None
    return T_95[len(values) - 2] * stdev(values) / math.sqrt(len(values))


def sudden_gains(weeks: dict[int, float | None], rule: Rule) -> dict[int, float]:
    """Points gained by the week that each sudden gain led to."""
    numbers = sorted(weeks)
    found = {}
    for week in numbers[:-1]:
        before, after = weeks[week], weeks[week + 1]
        if before is None or after is None:
            continue
        points = round(rule.improved(before, after), 9)
        early = [weeks.get(each) for each in (week - 2, week - 1, week)]
        late = [weeks.get(each) for each in (week + 1, week + 2, week + 3)]
        large = points >= rule.needed and points >= 0.25 * abs(before)
        if large and stands_out(known(early), known(late)):
            found[week + 1] = points
    return found


def known(values: list[float | None]) -> list[float]:
    return [value for value in values if value is not None]


def stands_out(early: list[float], late: list[float]) -> bool:
    if min(len(early), len(late)) < 2:
        return False
    squares = sum((value - mean(side)) ** 2 for side in (early, late) for value in side)
    degrees = len(early) + len(late) - 2
    return abs(mean(early) - mean(late)) > T_95[degrees - 1] * math.sqrt(squares / degrees)
