"""The table of thresholds in the documentation says what the definitions say."""

from pathlib import Path

from dashboard.clinical.change.thresholds import Comparison, ThresholdRule
from dashboard.clinical.measures import library

DOCUMENT = Path(__file__).parents[3] / "docs" / "clinical-sources.md"
SIGNS = {
    Comparison.GE: ">=",
    Comparison.GT: ">",
    Comparison.LE: "<=",
    Comparison.LT: "<",
    ThresholdRule.AT_LEAST: ">=",
    ThresholdRule.MORE_THAN: ">",
}


def figures(measure):
    """Write the figures of one measure as the documentation does."""
    if bands := measure.bands:
        starts = ", ".join(f"{level.name} {level.starts:g}" for level in bands.levels[1:])
        yield f"bands, each {SIGNS[bands.comparison]}", starts, bands
    if cutoff := measure.cutoff:
        condition = f" and {cutoff.also_requires}" if cutoff.also_requires else ""
        yield "cutoff", f"{SIGNS[cutoff.comparison]} {cutoff.value:g}{condition}", cutoff
    if change := measure.reliable_change:
        yield "reliable change", f"{SIGNS[change.rule]} {change.points:g}", change
    if pattern := measure.symptom_pattern:
        needed = ", ".join(f"{name} {count}" for name, count in pattern.needed)
        yield f"pattern, items >= {pattern.at_least}", needed, pattern


def table_rows():
    for measure in library():
        for name, value, figure in figures(measure):
            mark = figure.evidence.value + (", provisional" if figure.shown_as_provisional else "")
            yield f"| {measure.short_name} | {name} | {value} | {mark} | {figure.source} |"


def test_the_table_agrees_with_the_definitions():
    section = DOCUMENT.read_text(encoding="utf-8").split("### Thresholds")[1].split("\n### ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    assert lines[2:] == list(table_rows())
