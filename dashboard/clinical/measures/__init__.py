"""What questionnaires mean: their definitions as data, how answers score, where a score stands."""

from dashboard.clinical.measures.answers import AnswerError, Answers, answer_problems
from dashboard.clinical.measures.bands import band_of, is_improved, on_clinical_side
from dashboard.clinical.measures.computed import with_computed_thresholds
from dashboard.clinical.measures.definition import (
    Band,
    Bands,
    CitedFigure,
    ClinicalCutoff,
    DefinitionError,
    Item,
    MeasureDefinition,
    ReliableChange,
    SafetyAction,
    ScoreKind,
    Status,
    Subscale,
    SymptomPattern,
    definition_data,
    parse_definition,
    subscale_range,
)
from dashboard.clinical.measures.group_types import GroupTypeDefault, group_types
from dashboard.clinical.measures.library import UnknownMeasure, library, library_measure
from dashboard.clinical.measures.safety import SafetyAnswer, SafetyReading, safety_answers
from dashboard.clinical.measures.scoring import Score, score_answers, valid_score
from dashboard.clinical.measures.symptom_pattern import shows_symptom_pattern

__all__ = [
    "AnswerError",
    "Answers",
    "Band",
    "Bands",
    "CitedFigure",
    "ClinicalCutoff",
    "DefinitionError",
    "GroupTypeDefault",
    "Item",
    "MeasureDefinition",
    "ReliableChange",
    "SafetyAction",
    "SafetyAnswer",
    "SafetyReading",
    "Score",
    "ScoreKind",
    "Status",
    "Subscale",
    "SymptomPattern",
    "UnknownMeasure",
    "answer_problems",
    "band_of",
    "definition_data",
    "group_types",
    "is_improved",
    "library",
    "library_measure",
    "on_clinical_side",
    "parse_definition",
    "safety_answers",
    "score_answers",
    "shows_symptom_pattern",
    "subscale_range",
    "valid_score",
    "with_computed_thresholds",
]
