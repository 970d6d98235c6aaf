"""What a file says of a session: names to assign, then a mark and minutes for each person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from flask import current_app

from dashboard.caseload.session_page import RosterRow
from dashboard.caseload.video_reports import VideoRoom
from dashboard.clinical.calendar import zone_named
from dashboard.clinical.video_reports import (
    Matches,
    Problem,
    Proposal,
    ProposalSettings,
    SessionFrame,
    assigned,
    match_visits,
    propose,
    read_report,
)
from dashboard.models.group_sessions import GroupSession

Answers = Mapping[tuple[str, str], int | None]


@dataclass(frozen=True)
class Proposed:
    """The file as far as it is understood: `matches.questions` are the names still to assign."""

    rows: Sequence[RosterRow]
    matches: Matches
    proposals: Mapping[int, Proposal]
    problems: Sequence[Problem]

    @property
    def is_readable(self) -> bool:
        """Tell whether anybody at all was found in the file."""
        return bool(self.matches.visits or self.matches.questions or self.matches.facilitators)


def proposed(
    content: bytes, group_session: GroupSession, room: VideoRoom, answers: Answers
) -> Proposed:
    """Read a report against a session's roster.

    `answers` say, by name and e-mail in the file, an enrollment's id, or None for nobody of it.
    Ids that are not on the roster are no answer.
    """
    frame = _frame(group_session)
    report = read_report(content, frame)
    ids = {person.key for person in room.enrolled}
    said = {asked: key for asked, key in answers.items() if key is None or key in ids}
    found = match_visits(report.visits, room.enrolled, room.facilitators, room.aliases)
    matches = assigned(found, said)
    proposals = propose(matches, room.enrolled, frame, _settings())
    by_stay = {proposal.enrollment: proposal for proposal in proposals}
    return Proposed(room.rows, matches, by_stay, report.problems)


def _settings() -> ProposalSettings:
    """When somebody counts as there, and as late, in this practice."""
    config = current_app.config
    share = Fraction(config["VIDEO_PRESENT_PERCENT"], 100)
    return ProposalSettings(share, config["VIDEO_GRACE_MINUTES"])


def _frame(group_session: GroupSession) -> SessionFrame:
    """The session as it happened where that is written, or else as planned."""
    start, end = group_session.started_at, group_session.ended_at
    if start is None or end is None or end <= start:
        start, end = group_session.starts_at, group_session.ends_at
    return SessionFrame(start, end, zone_named(group_session.group.time_zone))
