"""Everything on record of one person, and who else may be named in it."""

from dashboard.caseload.documents.names import NamesAround
from dashboard.caseload.documents.sessions import GroupFacts, SessionOfPerson
from dashboard.caseload.documents.whole import WholeRecord, standing_assessments, whole_record

__all__ = [
    "GroupFacts",
    "NamesAround",
    "SessionOfPerson",
    "WholeRecord",
    "standing_assessments",
    "whole_record",
]
