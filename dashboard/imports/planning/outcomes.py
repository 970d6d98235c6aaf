"""What will become of each line of a file, and the plan of all of them."""

from collections import Counter
from dataclasses import dataclass, field

from dashboard.imports.plan import Outcome
from dashboard.records.importing import PersonRow, ToWrite


@dataclass(slots=True)
class Said:
    """One line: what it is about, what will happen, or what is wrong and why."""

    line: int
    about: tuple[str, ...]
    outcome: Outcome
    says: str = ""
    person: PersonRow | None = None


@dataclass
class Plan:
    """Everything that a file would do."""

    heads: tuple[str, ...]
    lines: list[Said] = field(default_factory=list)
    rows: ToWrite = field(default_factory=ToWrite)
    notes: list[str] = field(default_factory=list)
    # The newest audit line when this was planned: while it is that, the plan stands.
    seen: int = -1

    @property
    def wrong(self) -> list[Said]:
        """The lines that keep the whole file from being imported."""
        return [line for line in self.lines if line.outcome is Outcome.WRONG]

    @property
    def is_new(self) -> bool:
        """Whether anything would be written."""
        return bool(self.added())

    def added(self) -> dict[str, int]:
        """How many rows of each kind would be written, without those of which there are none."""
        return self.rows.counts()

    @property
    def written(self) -> int:
        """How many lines bring anything."""
        counts = self.count()
        return counts[Outcome.NEW] + counts[Outcome.CORRECTION]

    def count(self) -> Counter[Outcome]:
        """How many lines will come out how."""
        return Counter(line.outcome for line in self.lines)
