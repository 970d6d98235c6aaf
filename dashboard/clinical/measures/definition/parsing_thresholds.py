"""From plain data to thresholds; each must give its evidence mark and its source."""

from typing import TypedDict

from dashboard.clinical.change.thresholds import Comparison, ThresholdRule
from dashboard.clinical.measures.definition.fields import Fields
from dashboard.clinical.measures.definition.measure import SymptomPattern
from dashboard.clinical.measures.definition.thresholds import (
    Band,
    Bands,
    ClinicalCutoff,
    ReliableChange,
)
from dashboard.clinical.words import Evidence

ORIGIN = ("evidence", "source", "note", "provisional")


class Origin(TypedDict):
    """Where a figure comes from and how far it can be trusted."""

    evidence: Evidence
    source: str
    note: str
    provisional: bool


def parse_origin(table: Fields) -> Origin:
    """Read the mark, the source, the note and whether the figure is provisional."""
    return Origin(
        evidence=table.word("evidence", Evidence),
        source=table.text("source"),
        note=table.text("note", ""),
        provisional=table.truth("provisional"),
    )


def parse_cutoff(fields: Fields) -> ClinicalCutoff | None:
    """Read the clinical cutoff."""
    if not fields.has("cutoff"):
        return None
    table = fields.table("cutoff").only("value", "comparison", "also_requires", *ORIGIN)
    return ClinicalCutoff(
        value=table.number("value"),
        comparison=table.word("comparison", Comparison),
        also_requires=table.text("also_requires", ""),
        **parse_origin(table),
    )


def parse_reliable_change(fields: Fields) -> ReliableChange | None:
    """Read the reliable-change threshold, in points above 0."""
    if not fields.has("reliable_change"):
        return None
    table = fields.table("reliable_change").only("points", "rule", *ORIGIN)
    points = table.number("points")
    if points <= 0:
        raise table.error("points", "must be more than 0")
    return ReliableChange(
        points=points, rule=table.word("rule", ThresholdRule), **parse_origin(table)
    )


def parse_bands(fields: Fields) -> Bands | None:
    """Read the severity bands, lowest first; an edge belongs to the band above, or below it."""
    if not fields.has("bands"):
        return None
    table = fields.table("bands").only("levels", "comparison", *ORIGIN)
    comparison = table.word("comparison", Comparison, Comparison.GE)
    if comparison not in (Comparison.GE, Comparison.GT):
        raise table.error("comparison", "must be ge or gt")
    rows = [row.only("name", "starts") for row in table.tables("levels")]
    levels = tuple(Band(row.text("name"), row.number("starts")) for row in rows)
    starts = [level.starts for level in levels]
    if not starts or starts != sorted(set(starts)):
        raise table.error("levels", "must be at least one band, each starting above the last")
    return Bands(levels=levels, comparison=comparison, **parse_origin(table))


def parse_symptom_pattern(fields: Fields) -> SymptomPattern | None:
    """Read how many items of each subscale must reach which answer."""
    if not fields.has("symptom_pattern"):
        return None
    table = fields.table("symptom_pattern").only("name", "at_least", "needed", *ORIGIN)
    needed = table.table("needed")
    return SymptomPattern(
        name=table.text("name"),
        at_least=table.whole("at_least"),
        needed=tuple((name, needed.whole(name)) for name in needed.names()),
        **parse_origin(table),
    )
