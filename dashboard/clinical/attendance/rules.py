"""Attendance rules as data: what counts as a miss, how many of them, and what is asked then."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.clinical.words import Mark

RULES_FILE = Path(__file__).with_name("rules.toml")
LONGEST_WINDOW = 52
# Bounded, because a number such as 1e999999999 would fill the memory.
PLAIN_FRACTION = re.compile(r"[0-9]{1,3}(/[0-9]{1,3}|\.[0-9]{1,4})?")


class RuleKind(StrEnum):
    """How a rule counts."""

    CONSECUTIVE = "consecutive"
    WINDOW = "window"


class RuleStep(StrEnum):
    """What a rule asks a person to do; a person decides."""

    OUTREACH = "outreach"
    REVIEW = "review"
    DROP_OUT = "drop_out"


class RuleRefused(ValueError):
    """A rule that cannot be; the message is for the person who wrote it."""


@dataclass(frozen=True)
class Rule:
    """One rule: reached when the weights of the marks that it looks at come to `misses`.

    `weights` are misses by mark, so that lateness may be a fraction of one; marks that are not
    named weigh 0. `window` is a number of sessions, for that kind alone. With
    `made_up_forgives`, a missed session that was made up weighs nothing.
    """

    key: str
    name: str
    kind: RuleKind
    step: RuleStep
    misses: Fraction
    weights: tuple[tuple[Mark, Fraction], ...]
    window: int | None = None
    made_up_forgives: bool = False
    source: str = ""

    def weight(self, mark: Mark, made_up: bool = False) -> Fraction:
        """What one recorded session weighs, in misses: 0 to 1."""
        if made_up and self.made_up_forgives:
            return Fraction(0)
        return dict(self.weights).get(mark, Fraction(0))


def rule_from_row(row: Mapping[str, Any]) -> Rule:
    """Read a rule from plain values as in rules.toml; raises `RuleRefused` saying what is wrong."""
    try:
        rule = Rule(
            key=str(row["key"]),
            name=str(row["name"]),
            kind=RuleKind(row["kind"]),
            step=RuleStep(row["step"]),
            misses=fraction_from(row["misses"]),
            weights=tuple(
                (Mark(mark), fraction_from(weight)) for mark, weight in row["counts"].items()
            ),
            window=None if row.get("window") is None else int(row["window"]),
            made_up_forgives=bool(row.get("made_up_forgives", False)),
            source=str(row.get("source", "")),
        )
    except KeyError as missing:
        raise RuleRefused(f"The rule says nothing about {missing}.") from None
    except (AttributeError, TypeError, ValueError, ZeroDivisionError) as unknown:
        raise RuleRefused(f"The rule has a value that is not known: {unknown}.") from None
    check_rule(rule)
    return rule


def fraction_from(value: object) -> Fraction:
    """Read 4, 0.5 or "1/3"."""
    text = str(value).strip()
    if PLAIN_FRACTION.fullmatch(text) is None:
        raise ValueError(f"{text!r} is not a number of misses")
    return Fraction(text)


def check_rule(rule: Rule) -> None:
    """Refuse a rule that can never be reached, is always reached, or does not say enough."""
    weights = [weight for _, weight in rule.weights]
    if rule.misses <= 0:
        raise RuleRefused("A rule needs more than no misses.")
    if not any(weights) or not all(0 <= weight <= 1 for weight in weights):
        raise RuleRefused("A mark counts as 0 to 1 misses, and one mark at least counts.")
    if (rule.kind is RuleKind.WINDOW) != (rule.window is not None):
        raise RuleRefused("A window of sessions belongs to a rule of that kind, and only there.")
    if rule.window is not None and not rule.misses <= rule.window <= LONGEST_WINDOW:
        raise RuleRefused(f"A window has as many sessions as misses, at most {LONGEST_WINDOW}.")


def row_from_rule(rule: Rule) -> dict[str, Any]:
    """Write a rule as plain values that `rule_from_row` reads back; fractions become text."""
    row: dict[str, Any] = {
        "key": rule.key,
        "name": rule.name,
        "kind": rule.kind.value,
        "step": rule.step.value,
        "misses": str(rule.misses),
        "counts": {mark.value: str(weight) for mark, weight in rule.weights},
        "made_up_forgives": rule.made_up_forgives,
        "source": rule.source,
    }
    return row if rule.window is None else {**row, "window": rule.window}


@cache
def shipped_rules() -> tuple[Rule, ...]:
    """The rules that a practice starts from, the one that asks for outreach first."""
    data = tomllib.loads(RULES_FILE.read_text(encoding="utf-8"))
    return tuple(rule_from_row(row) for row in data["rules"])
