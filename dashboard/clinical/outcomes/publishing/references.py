"""Reference lines: what others reached, each with its source and how well it is known."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from dashboard.clinical.outcomes.intervals import Interval
from dashboard.clinical.words import Evidence


class ReferenceKind(StrEnum):
    """What a line is to be held against; never one kind against another."""

    CLAIM = "claim"
    IMPROVEMENT = "improvement"
    RECOVERY = "recovery"
    RELIABLE_RECOVERY = "reliable_recovery"
    DETERIORATION = "deterioration"
    EVERYONE = "everyone"
    NO_DATA = "no_data"
    UNTREATED = "untreated"


@dataclass(frozen=True)
class ReferenceLine:
    """A published share, from 0 to 1; `problem`, `people` and `interval` where they are known."""

    key: str
    label: str
    kind: ReferenceKind
    share: float
    source: str
    license: str
    mark: Evidence
    problem: str | None
    people: int | None
    interval: Interval | None


@cache
def _document() -> dict[str, Any]:
    file = resources.files(__package__).joinpath("references.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def reference_lines() -> tuple[ReferenceLine, ...]:
    """All lines in the order of the file beside this module."""
    return read_lines(_document())


def problem_of(group_type: str) -> str | None:
    """The published problem nearest to a group type; None stands for all problems together."""
    problem: str | None = _document()["group_types"].get(group_type)
    return problem


def lines_for(kind: ReferenceKind, problem: str | None = None) -> tuple[ReferenceLine, ...]:
    """Lines of one kind for one problem, or those for all problems together."""
    return tuple(
        line for line in reference_lines() if line.kind is kind and line.problem == problem
    )


def read_lines(document: Mapping[str, Any]) -> tuple[ReferenceLine, ...]:
    """Lines from the parsed file; KeyError or ValueError where a source, kind or mark is wrong."""
    return tuple(_line(entry, document["sources"]) for entry in document["lines"])


def _line(entry: Mapping[str, Any], sources: Mapping[str, Any]) -> ReferenceLine:
    source = sources[entry["source"]]
    has_interval = "low" in entry
    return ReferenceLine(
        key=entry["key"],
        label=entry["label"],
        kind=ReferenceKind(entry["kind"]),
        share=entry["share"],
        source=source["text"],
        license=source["license"],
        mark=Evidence(source["mark"]),
        problem=entry.get("problem"),
        people=entry.get("people"),
        interval=Interval(entry["low"], entry["high"]) if has_interval else None,
    )
