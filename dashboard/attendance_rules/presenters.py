"""A rule in plain words, with an example that the rule itself has worked out."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from dashboard.clinical.attendance import (
    History,
    Rule,
    RuleKind,
    RuleStep,
    SessionMark,
    Stay,
    first_flag,
)
from dashboard.clinical.words import Mark

STEPS = {
    RuleStep.OUTREACH: "Somebody gets in touch before the next session.",
    RuleStep.REVIEW: "The facilitators talk about it with the person.",
    RuleStep.DROP_OUT: "The person counts as dropped out by rule; a person decides what follows.",
}
MARKS = {
    Mark.EXCUSED: "excused",
    Mark.LATE_CANCELLATION: "late cancellation",
    Mark.NO_SHOW: "no-show",
    Mark.LATE: "late",
    Mark.LEFT_EARLY: "left early",
    Mark.PRESENT: "present",
}
WEIGHTS = {
    Fraction(1): "a miss",
    Fraction(1, 2): "half a miss",
    Fraction(1, 3): "a third of a miss",
}
# Any Tuesday: an example has weeks, not dates.
FIRST = date(2026, 1, 6)
LONGEST_EXAMPLE = 60


@dataclass(frozen=True)
class Example:
    """A made-up person's marks by week, and the weeks that the rule counted when reached."""

    marks: tuple[str, ...]
    counted: tuple[int, ...]


def condition_in_words(rule: Rule) -> str:
    """2 misses in a row; 2 misses within the last 6 sessions."""
    misses = "1 miss" if rule.misses == 1 else f"{_number(rule.misses)} misses"
    if rule.kind is RuleKind.CONSECUTIVE:
        return f"{misses} in a row"
    return f"{misses} within the last {rule.window} sessions"


def counts_in_words(rule: Rule) -> str:
    """What counts as a miss, and what as a part of one."""
    found: dict[Fraction, list[str]] = defaultdict(list)
    for mark, weight in rule.weights:
        if weight:
            found[weight].append(MARKS[mark])
    told = [
        _weight_in_words(weight, names) for weight, names in sorted(found.items(), reverse=True)
    ]
    text = "; ".join(told)
    forgiven = " What was made up counts for nothing." if rule.made_up_forgives else ""
    return f"{text[:1].upper()}{text[1:]}.{forgiven}"


def _weight_in_words(weight: Fraction, names: list[str]) -> str:
    verb = "counts" if len(names) == 1 else "count"
    return f"{_listed(names)} {verb} as {WEIGHTS.get(weight, f'{_number(weight)} misses')}"


def step_in_words(rule: Rule) -> str:
    """What is asked of a person when the rule is reached."""
    return STEPS[rule.step]


def example_of(rule: Rule) -> Example | None:
    """Somebody who was there once and then meets the rule; None if 60 sessions do not reach it."""
    mark = max(rule.weights, key=lambda pair: pair[1])[0]
    marks = [Mark.PRESENT]
    while len(marks) < LONGEST_EXAMPLE:
        between = rule.kind is RuleKind.WINDOW and rule.misses > 1 and len(marks) == 2
        marks.append(Mark.PRESENT if between and (rule.window or 0) > rule.misses else mark)
        sessions = tuple(
            SessionMark(FIRST + timedelta(weeks=week), value) for week, value in enumerate(marks)
        )
        flag = first_flag(rule, History(Stay(FIRST), sessions))
        if flag is not None:
            counted = tuple((on - FIRST).days // 7 + 1 for on in flag.dates)
            return Example(tuple(MARKS[value] for value in marks), counted)
    return None


def example_in_words(rule: Rule) -> str:
    """Week 1 present, week 2 no-show, week 3 no-show: reached in week 3, by weeks 2 and 3."""
    example = example_of(rule)
    if example is None:
        return f"Not even {LONGEST_EXAMPLE - 1} such sessions in a row reach this rule."
    weeks = ", ".join(f"week {week} {mark}" for week, mark in enumerate(example.marks, start=1))
    by = _listed([str(week) for week in example.counted])
    plural = "s" if len(example.counted) > 1 else ""
    last = len(example.marks)
    return f"{weeks[:1].upper()}{weeks[1:]}: reached in week {last}, by week{plural} {by}."


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _number(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.2g}"


WORDS = (condition_in_words, counts_in_words, example_in_words, step_in_words)
