"""Whether a rule that is reached wants a human again, after one has decided about it before."""

from collections.abc import Iterable
from datetime import date

from dashboard.clinical.attendance.rule_flags import RuleFlag
from dashboard.clinical.attendance.rules import RuleKind

Dates = tuple[date, ...]


def wants_a_human(flag: RuleFlag, decided: Iterable[Dates]) -> bool:
    """Say whether what a rule found is news; `decided` are the dates of the flags closed before.

    Misses in a row are one matter: somebody who decided about the run has decided. In a window
    it is news as soon as something counted after the last date that was decided about.
    """
    if flag.rule.kind is RuleKind.CONSECUTIVE:
        return not any(set(dates) & set(flag.dates) for dates in decided)
    return all(flag.dates[-1] > dates[-1] for dates in decided)
