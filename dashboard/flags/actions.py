"""What a human does with a flag: acknowledge, assess, hand on, close."""

from dashboard.caseload.flags import FlagLine, find_flag, flag_owners
from dashboard.caseload.viewer import Viewer
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.records.flags import acknowledge_flag, assess_flag, close_flag, hand_flag_on


def acknowledge(viewer: Viewer, flag_id: int, *, finding: str) -> FlagLine:
    """Say that a flag is seen, and what was found. Raises NotOnCaseload, or Refused."""
    line = find_flag(viewer, flag_id)
    acknowledge_flag(line.flag, by=viewer.user_id, at=viewer.as_of, finding=finding)
    db.session.commit()
    return line


def assess(viewer: Viewer, flag_id: int, *, finding: str) -> FlagLine:
    """Write down what was found, once a flag is seen. Raises NotOnCaseload, or Refused by field."""
    line = find_flag(viewer, flag_id)
    assess_flag(line.flag, by=viewer.user_id, at=viewer.as_of, finding=finding)
    db.session.commit()
    return line


def close(viewer: Viewer, flag_id: int, *, note: str) -> FlagLine:
    """Close a flag with a note. Raises NotOnCaseload, or Refused by field."""
    line = find_flag(viewer, flag_id)
    close_flag(line.flag, by=viewer.user_id, at=viewer.as_of, note=note)
    db.session.commit()
    return line


def hand_on(viewer: Viewer, flag_id: int, *, owner_id: int) -> FlagLine:
    """Give a flag to somebody who treats people here. Raises NotOnCaseload, or Refused."""
    line = find_flag(viewer, flag_id)
    if owner_id not in {user.id for user in flag_owners(viewer, line)}:
        raise Refused("Choose somebody from the list.", field="owner")
    hand_flag_on(line.flag, owner_id=owner_id, by=viewer.user_id, at=viewer.as_of)
    db.session.commit()
    return line
