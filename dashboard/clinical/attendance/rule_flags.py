"""Which attendance rules one person's history reaches, with the dates that each stands on."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from dashboard.clinical.attendance.rules import Rule, RuleKind
from dashboard.clinical.attendance.sessions import History, SessionMark, expected_sessions


@dataclass(frozen=True)
class RuleFlag:
    """One rule that is reached: the sessions that counted, and what is not known among them.

    `last_session` is the last recorded session that was looked at. `not_recorded` are sessions
    without a mark since the first of `dates`: with them it might read otherwise.
    """

    rule: Rule
    misses: Fraction
    dates: tuple[date, ...]
    last_session: date
    not_recorded: tuple[date, ...]


@dataclass(frozen=True)
class Weighed:
    """One recorded session with what it weighs under a rule."""

    on: date
    weight: Fraction


def flags_for(rules: Iterable[Rule], history: History) -> tuple[RuleFlag, ...]:
    """The rules that stand reached after the last recorded session, in the order of the rules.

    Only sessions that the person was expected at are looked at: never cancelled ones, those
    before joining, on hold or after leaving. A session that is not recorded neither counts
    nor breaks a run, and takes no place in a window: the flag names it beside its dates.
    """
    sessions = expected_sessions(history)
    flags = (flag_from(rule, last_tally(rule, sessions), sessions) for rule in rules)
    return tuple(flag for flag in flags if flag is not None)


def first_flag(rule: Rule, history: History) -> RuleFlag | None:
    """The rule as it was reached for the first time, whatever came later; None when never."""
    sessions = expected_sessions(history)
    for tally in tallies(rule, sessions):
        until_then = [session for session in sessions if session.on <= tally[-1].on]
        if (flag := flag_from(rule, tally, until_then)) is not None:
            return flag
    return None


def tallies(rule: Rule, sessions: Sequence[SessionMark]) -> Iterator[tuple[Weighed, ...]]:
    """After each recorded session: the sessions that the rule looks at, by date.

    In a row: a session that weighs nothing ends the run. That is one that was attended, or
    missed in a way that this rule does not count (they called: there was contact).
    """
    kept: deque[Weighed] = deque(maxlen=rule.window)
    for session in sessions:
        if session.mark is None:
            continue
        weighed = Weighed(session.on, rule.weight(session.mark, session.made_up))
        if rule.kind is RuleKind.CONSECUTIVE and not weighed.weight:
            kept.clear()
        kept.append(weighed)
        yield tuple(kept)


def last_tally(rule: Rule, sessions: Sequence[SessionMark]) -> tuple[Weighed, ...]:
    """The sessions that the rule looks at now; none when nothing is recorded."""
    return next(iter(deque(tallies(rule, sessions), maxlen=1)), ())


def flag_from(
    rule: Rule, tally: tuple[Weighed, ...], sessions: Sequence[SessionMark]
) -> RuleFlag | None:
    """The flag, when the sessions weigh enough."""
    counted = [weighed for weighed in tally if weighed.weight]
    misses = sum((weighed.weight for weighed in counted), Fraction(0))
    if misses < rule.misses:
        return None
    dates = tuple(weighed.on for weighed in counted)
    unknown = (session.on for session in sessions if session.mark is None)
    return RuleFlag(rule, misses, dates, tally[-1].on, tuple(on for on in unknown if on > dates[0]))
