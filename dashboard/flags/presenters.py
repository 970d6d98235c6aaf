"""What raised a flag, in words."""

from dashboard.caseload.flags import FlagLine
from dashboard.clinical.words import FlagKind

TITLES = {
    FlagKind.SAFETY: "Risk answer",
    FlagKind.DETERIORATION: "Worse",
    FlagKind.NOT_ON_TRACK: "Not on track",
    FlagKind.MISSES: "Missed sessions",
    FlagKind.UNSIGNED_NOTE: "Unsigned note",
    FlagKind.LICENSE: "License",
}


def what_raised_it(line: FlagLine) -> str:
    """Say what happened, as far as the flag knows."""
    detail = line.flag.detail
    if line.flag.kind is FlagKind.SAFETY and "item" in detail:
        measure = str(detail.get("measure", "")).upper()
        topic = detail.get("topic", "")
        return f"{measure} item {detail['item']} ({topic}), answered {detail.get('answer')}."
    dates = detail.get("dates")
    if isinstance(dates, list):
        return f"{detail.get('rule', 'Missed')}: {', '.join(str(each) for each in dates)}."
    return str(detail.get("reason", TITLES[line.flag.kind]))


def title(line: FlagLine) -> str:
    """The kind of flag, as a badge says it."""
    return TITLES[line.flag.kind]
