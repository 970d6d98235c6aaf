"""Who dropped out, derived by rule and not by memory."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dashboard.clinical.attendance.rule_flags import RuleFlag, first_flag
from dashboard.clinical.attendance.rules import Rule, RuleStep
from dashboard.clinical.attendance.sessions import History, expected_sessions
from dashboard.clinical.words import ATTENDED_MARKS


@dataclass(frozen=True)
class DropOut:
    """What a drop-out stands on; a person still decides.

    `last_attended` is None for someone who never came; `returned_on` is the first session
    attended after the rule was reached, and None for someone who did not come back.
    """

    flag: RuleFlag
    last_attended: date | None
    returned_on: date | None

    @property
    def stands(self) -> bool:
        """Say whether the person has stayed away since."""
        return self.returned_on is None


def drop_out(rules: Iterable[Rule], history: History) -> DropOut | None:
    """The earliest that a rule whose step is drop-out was reached; None when none ever was.

    Someone who leaves before a rule is reached has not dropped out by rule.
    """
    reached = (first_flag(rule, history) for rule in rules if rule.step is RuleStep.DROP_OUT)
    flags = [flag for flag in reached if flag is not None]
    if not flags:
        return None
    flag = min(flags, key=lambda flag: flag.last_session)
    attended = [
        session.on for session in expected_sessions(history) if session.mark in ATTENDED_MARKS
    ]
    before = [on for on in attended if on < flag.dates[0]]
    after = [on for on in attended if on > flag.last_session]
    return DropOut(flag, before[-1] if before else None, after[0] if after else None)
