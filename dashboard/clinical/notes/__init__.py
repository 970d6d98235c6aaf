"""The guard before signing: what is missing, whose names are in it, what is a copy."""

from dashboard.clinical.notes.folding import Folded, fold, folded_words
from dashboard.clinical.notes.leaving_out import NAME_LEFT_OUT, LeftOut, NamesToLeaveOut
from dashboard.clinical.notes.likeness import BLANK, AlikePair, alike_pairs, likeness
from dashboard.clinical.notes.name_forms import NamedPerson
from dashboard.clinical.notes.names import NameFound, find_other_names
from dashboard.clinical.notes.psychotherapy_hint import Hint, HintKind, psychotherapy_hints
from dashboard.clinical.notes.requirements import (
    Gap,
    GapPlace,
    PersonRecord,
    SessionRecord,
    record_gaps,
)

__all__ = [
    "BLANK",
    "NAME_LEFT_OUT",
    "AlikePair",
    "Folded",
    "Gap",
    "GapPlace",
    "Hint",
    "HintKind",
    "LeftOut",
    "NameFound",
    "NamedPerson",
    "NamesToLeaveOut",
    "PersonRecord",
    "SessionRecord",
    "alike_pairs",
    "find_other_names",
    "fold",
    "folded_words",
    "likeness",
    "psychotherapy_hints",
    "record_gaps",
]
