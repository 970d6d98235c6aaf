"""Official wording, read from a file of the publisher's and fitted to a definition."""

from dashboard.clinical.measures.wording.fhir import read_questionnaire
from dashboard.clinical.measures.wording.fitting import (
    FittedItem,
    WordingFit,
    carry_wording,
    fit_wording,
)
from dashboard.clinical.measures.wording.table import read_wording_table
from dashboard.clinical.measures.wording.worded import WordedItem, WordingError

__all__ = [
    "FittedItem",
    "WordedItem",
    "WordingError",
    "WordingFit",
    "carry_wording",
    "fit_wording",
    "read_questionnaire",
    "read_wording_table",
]
