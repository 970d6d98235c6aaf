"""What a measure is: frozen values, how they are read from data and written back to data."""

from dashboard.clinical.measures.definition.checks import subscale_range
from dashboard.clinical.measures.definition.fields import DefinitionError
from dashboard.clinical.measures.definition.measure import (
    Item,
    MeasureDefinition,
    MissingRule,
    Psychometrics,
    SafetyAction,
    SafetyItem,
    ScoreKind,
    ScoreRule,
    Subscale,
    SymptomPattern,
)
from dashboard.clinical.measures.definition.parsing import parse_definition
from dashboard.clinical.measures.definition.thresholds import (
    Band,
    Bands,
    CitedFigure,
    ClinicalCutoff,
    ReliableChange,
    Status,
)
from dashboard.clinical.measures.definition.writing import definition_data

__all__ = [
    "Band",
    "Bands",
    "CitedFigure",
    "ClinicalCutoff",
    "DefinitionError",
    "Item",
    "MeasureDefinition",
    "MissingRule",
    "Psychometrics",
    "ReliableChange",
    "SafetyAction",
    "SafetyItem",
    "ScoreKind",
    "ScoreRule",
    "Status",
    "Subscale",
    "SymptomPattern",
    "definition_data",
    "parse_definition",
    "subscale_range",
]
