"""What each kind of group is asked: its primary measure and those beside it, by week."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

GROUP_TYPES_FILE = Path(__file__).with_name("group_types.toml")


@dataclass(frozen=True)
class Companion:
    """A measure beside the primary one; no weeks means every week."""

    measure: str
    weeks: tuple[int, ...] = ()

    def due_in(self, week: int) -> bool:
        """Say whether it is asked in this week (1 is the first)."""
        return not self.weeks or week in self.weeks


@dataclass(frozen=True)
class GroupTypeDefault:
    """One of the ten kinds of group with what it starts from; a practice may change it."""

    key: str
    name: str
    primary: str
    cycle_weeks: int
    companions: tuple[Companion, ...]

    @property
    def measures(self) -> tuple[str, ...]:
        """The keys of all its measures, the primary one first."""
        return (self.primary, *(companion.measure for companion in self.companions))

    def measures_due(self, week: int) -> tuple[str, ...]:
        """List the measures asked in one week of the cycle (1 is the first)."""
        beside = (companion.measure for companion in self.companions if companion.due_in(week))
        return (self.primary, *beside)


@cache
def group_types() -> tuple[GroupTypeDefault, ...]:
    """The ten kinds of group, in the order that a practice lists them."""
    data = tomllib.loads(GROUP_TYPES_FILE.read_text(encoding="utf-8"))
    return tuple(
        GroupTypeDefault(
            key=row["key"],
            name=row["name"],
            primary=row["primary"],
            cycle_weeks=data["cycle_weeks"],
            companions=tuple(
                Companion(beside["measure"], tuple(beside.get("weeks", ())))
                for beside in (*row.get("companions", ()), *data["all_groups"])
                if beside["measure"] != row["primary"]
            ),
        )
        for row in data["group_types"]
    )
