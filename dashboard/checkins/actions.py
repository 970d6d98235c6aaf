"""What staff do with check-ins: make them, make and revoke links, set a group's rhythm."""

from collections.abc import Mapping, Sequence

from dashboard.caseload.checkins import (
    askable_versions,
    find_check_in,
    rhythm_of,
)
from dashboard.caseload.expected import expected_stays
from dashboard.caseload.reach import find_clinical_group, find_group_session, writes_in
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.checkins.rhythm import measures_due
from dashboard.errors import Conflict, NotOnCaseload, Refused
from dashboard.extensions import db
from dashboard.models.check_ins import CheckIn
from dashboard.models.group_sessions import GroupSession
from dashboard.records.checkins.answering import take_in_closed
from dashboard.records.checkins.invitations import make_check_in, make_link, revoke_links
from dashboard.records.checkins.rhythms import keep_rhythm


def check_ins_for(viewer: Viewer, group_session: GroupSession) -> list[CheckIn]:
    """Return the check-ins of everyone expected, made where they are not there. No commit.

    Raises Refused when nothing that the group is asked has its wording yet.
    """
    askable = askable_versions(viewer)
    rhythm = rhythm_of(viewer, group_session.group).weeks
    due = measures_due(rhythm, group_session.week, askable)
    if not due:
        raise Refused("Nothing can be asked yet: load the official wording of a measure first.")
    versions = [askable[key].version.id for key in due]
    people = expected_stays(viewer, group_session)
    return [make_check_in(stay, group_session, versions, at=viewer.as_of) for stay in people]


def invite(viewer: Viewer, group_session_id: int) -> int:
    """Make the check-ins of a session; return how many there are. Raises as above."""
    group_session = _kept_by(viewer, group_session_id)
    take_in_closed(viewer.as_of)  # where no timer sends letters, nobody else would
    made = check_ins_for(viewer, group_session)
    db.session.commit()
    return len(made)


def new_link(viewer: Viewer, check_in_id: int) -> tuple[CheckIn, str]:
    """Return a check-in with the token of a new link to it. Raises NotOnCaseload."""
    check_in = find_check_in(viewer, check_in_id)
    _kept_by(viewer, check_in.group_session_id)
    person = check_in.enrollment.participant_id
    token = make_link(check_in, participant_id=person, by=viewer.user_id, at=viewer.as_of)
    check_in.wrong_tries = 0
    db.session.commit()
    return check_in, token


def revoke(viewer: Viewer, check_in_id: int) -> CheckIn:
    """Make every link of a check-in lead nowhere. Raises NotOnCaseload."""
    check_in = find_check_in(viewer, check_in_id)
    _kept_by(viewer, check_in.group_session_id)
    person = check_in.enrollment.participant_id
    revoke_links(check_in, participant_id=person, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()
    return check_in


def set_rhythm(
    viewer: Viewer, group_id: int, weeks: Mapping[str, Sequence[int]], *, version: int
) -> None:
    """Keep a group's own rhythm. `version` is that of the row read, 0 where there was none.

    Raises NotOnCaseload, or Conflict when somebody else has changed it since.
    """
    group = find_clinical_group(viewer, group_id)
    own = rhythm_of(viewer, group).own
    if (own.version if own else 0) != version:
        raise Conflict("Somebody has changed this rhythm since you opened it.")
    keep_rhythm(group.id, own, weeks, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()


def _kept_by(viewer: Viewer, group_session_id: int) -> GroupSession:
    group_session = find_group_session(viewer, group_session_id)
    if not writes_in(viewer, group_session):
        raise NotOnCaseload
    return group_session
