"""What is typed in a psychotherapy note although it belongs in the progress note."""

import re
from dataclasses import dataclass
from enum import StrEnum


class HintKind(StrEnum):
    """What it is: the law keeps these out of psychotherapy notes (45 CFR 164.501)."""

    TIMES = "times"
    PLAN = "plan"


MESSAGES = {
    HintKind.TIMES: "Start and stop times belong in the progress note.",
    HintKind.PLAN: "A plan belongs in the progress note.",
}
CLOCK = r"\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\b\.?)?"
SURE_CLOCK = r"(?:\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?)"
BEGAN = r"(?:start(?:ed|s)?|began|begins|stopp?(?:ed|s)?|ended|ends|finished|end|stop)"
PATTERNS = (
    (HintKind.TIMES, rf"\b{CLOCK}\s*(?:-|–|to|until|till)\s*{SURE_CLOCK}"),
    (HintKind.TIMES, rf"\b{BEGAN}(?:\s+time)?\s*(?:at\s+|:\s*)?{SURE_CLOCK}"),
    (HintKind.PLAN, r"^[\s*•-]*(?:plan|p|next (?:session|steps?)|homework)\s*:.*$"),
    (HintKind.PLAN, r"\btreatment plan\b"),
    (HintKind.PLAN, r"\bplan for (?:the )?next (?:session|week)\b"),
)
COMPILED = tuple((kind, re.compile(text, re.IGNORECASE | re.MULTILINE)) for kind, text in PATTERNS)


@dataclass(frozen=True)
class Hint:
    """One place in the text, and what it seems to be."""

    kind: HintKind
    start: int
    end: int
    text: str

    @property
    def message(self) -> str:
        """What to say beside the place."""
        return MESSAGES[self.kind]


def psychotherapy_hints(text: str) -> tuple[Hint, ...]:
    """Find start and stop times and plans in a psychotherapy note, in order; each place once.

    A lone time of day ("she called at 6 pm") is neither a start nor a stop.
    """
    found = [
        Hint(kind, match.start(), match.end(), match.group())
        for kind, pattern in COMPILED
        for match in pattern.finditer(text)
    ]
    hints: list[Hint] = []
    for hint in sorted(found, key=lambda hint: (hint.start, -hint.end)):
        if not hints or hint.start >= hints[-1].end:
            hints.append(hint)
    return tuple(hints)
