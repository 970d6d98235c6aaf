"""From plain data (a TOML file, a row of the database, a practice's form) to a definition."""

import json
import re
from collections.abc import Mapping
from functools import lru_cache

from dashboard.clinical.measures.definition.checks import check_definition
from dashboard.clinical.measures.definition.fields import DefinitionError, Fields
from dashboard.clinical.measures.definition.measure import (
    MeasureDefinition,
    MissingRule,
    Psychometrics,
    ScoreKind,
    ScoreRule,
)
from dashboard.clinical.measures.definition.parsing_items import (
    parse_items,
    parse_safety_items,
    parse_subscales,
)
from dashboard.clinical.measures.definition.parsing_thresholds import (
    parse_bands,
    parse_cutoff,
    parse_reliable_change,
    parse_symptom_pattern,
)
from dashboard.clinical.words import Direction, Evidence

KEY_PATTERN = re.compile(r"[a-z][a-z0-9_]{0,39}")
PSYCHOMETRICS = ("sd", "reliability", "clinical_mean", "functional_mean", "functional_sd")
TEXTS = ("name", "short_name", "version")
FREE_TEXTS = ("citation", "license_note", "recall", "caution")
CODES = ("loinc_code", "total_loinc_code")
PARTS = ("answers", "items", "subscales", "score", "missing", "safety_items")
THRESHOLDS = ("bands", "cutoff", "reliable_change", "psychometrics", "symptom_pattern")
RANGE = ("key", "higher_is", "minimum", "maximum", "improved_from", "scoring_evidence")


def parse_definition(data: Mapping[str, object]) -> MeasureDefinition:
    """Read a definition; DefinitionError names the first field that is wrong, and why.

    The same words give the same definition, which nobody can change, so it is read once.
    """
    return _parse_written(json.dumps(data))


@lru_cache(maxsize=256)
def _parse_written(written: str) -> MeasureDefinition:
    return _parse(json.loads(written))


def _parse(data: Mapping[str, object]) -> MeasureDefinition:
    fields = Fields(data).only(*TEXTS, *FREE_TEXTS, *CODES, *PARTS, *THRESHOLDS, *RANGE)
    higher_is = fields.word("higher_is", Direction)
    definition = MeasureDefinition(
        key=parse_key(fields),
        **{name: fields.text(name) for name in TEXTS},
        **{name: fields.text(name, "") for name in FREE_TEXTS},
        loinc_code=fields.optional_text("loinc_code"),
        total_loinc_code=fields.optional_text("total_loinc_code"),
        higher_is=higher_is,
        score=parse_score_rule(fields),
        missing=parse_missing_rule(fields),
        minimum=fields.number("minimum"),
        maximum=fields.number("maximum"),
        items=parse_items(fields),
        subscales=parse_subscales(fields, higher_is),
        bands=parse_bands(fields),
        cutoff=parse_cutoff(fields),
        reliable_change=parse_reliable_change(fields),
        psychometrics=parse_psychometrics(fields),
        safety_items=parse_safety_items(fields),
        symptom_pattern=parse_symptom_pattern(fields),
        improved_from=fields.optional_number("improved_from"),
        scoring_evidence=parse_scoring_evidence(fields),
    )
    check_definition(definition)
    return definition


def parse_scoring_evidence(fields: Fields) -> Evidence | None:
    """Read how well the scoring itself is known, where that is told."""
    has_it = fields.has("scoring_evidence")
    return fields.word("scoring_evidence", Evidence) if has_it else None


def parse_key(fields: Fields) -> str:
    """Read the key: it stands in addresses and files, so only a to z, digits and underscores."""
    key = fields.text("key")
    if not KEY_PATTERN.fullmatch(key):
        raise DefinitionError(
            "key", "must be 1 to 40 of a-z, 0-9 and underscore, beginning with a letter"
        )
    return key


def parse_score_rule(fields: Fields) -> ScoreRule:
    """Read how the total is made; a sum moves in steps of its multiplier unless told otherwise."""
    rule = fields.table("score").only("kind", "multiplier", "step")
    kind = rule.word("kind", ScoreKind)
    multiplier = rule.whole("multiplier", 1)
    if multiplier < 1:
        raise rule.error("multiplier", "must be at least 1")
    step = rule.optional_number("step")
    if step is None and kind is ScoreKind.SUM:
        step = float(multiplier)
    if step is not None and step <= 0:
        raise rule.error("step", "must be more than 0")
    return ScoreRule(kind, multiplier, step)


def parse_missing_rule(fields: Fields) -> MissingRule:
    """Read how many answers may be missing; without a rule, none may be."""
    if not fields.has("missing"):
        return MissingRule(0, False, Evidence.PRACTICE, "")
    rule = fields.table("missing").only("allowed", "rounded", "evidence", "source")
    return MissingRule(
        rule.whole("allowed"),
        rule.truth("rounded"),
        rule.word("evidence", Evidence, Evidence.PRACTICE),
        rule.text("source", ""),
    )


def parse_psychometrics(fields: Fields) -> Psychometrics | None:
    """Read the published figures; spreads are above 0, a reliability is from 0 to below 1."""
    if not fields.has("psychometrics"):
        return None
    table = fields.table("psychometrics").only(*PSYCHOMETRICS)
    figures = {name: table.optional_number(name) for name in PSYCHOMETRICS}
    for name in ("sd", "functional_sd"):
        if (spread := figures[name]) is not None and spread <= 0:
            raise table.error(name, "must be more than 0")
    reliability = figures["reliability"]
    if reliability is not None and not 0 <= reliability < 1:
        raise table.error("reliability", "must be at least 0 and below 1")
    return Psychometrics(**figures)
