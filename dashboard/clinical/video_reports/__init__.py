"""Attendance files of Zoom, Teams and Meet: read, matched to the roster, turned into proposals."""

from dashboard.clinical.video_reports.matching import (
    Matches,
    Question,
    RosterPerson,
    alias_key,
    assigned,
    match_visits,
)
from dashboard.clinical.video_reports.problems import Problem, SessionFrame
from dashboard.clinical.video_reports.proposing import (
    DEFAULT_SETTINGS,
    Presence,
    Proposal,
    ProposalSettings,
    presence,
    propose,
)
from dashboard.clinical.video_reports.reading import Report, read_report
from dashboard.clinical.video_reports.visits import Visit

__all__ = [
    "DEFAULT_SETTINGS",
    "Matches",
    "Presence",
    "Problem",
    "Proposal",
    "ProposalSettings",
    "Question",
    "Report",
    "RosterPerson",
    "SessionFrame",
    "Visit",
    "alias_key",
    "assigned",
    "match_visits",
    "presence",
    "propose",
    "read_report",
]
