"""Letters to staff that a safety flag waits: who it is about and what was said stays inside."""

from collections.abc import Mapping
from typing import Any

from dashboard.caseload.flags import FlagLine, leads_to_tell, safety_flags_waiting
from dashboard.caseload.viewer import Viewer
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.mail import Letter, MailNotSent, send
from dashboard.records.flags import mark_told

SUBJECT = "Groupwork: something needs you"
TEXT = """Something in Groupwork should be looked at soon.

{address}/flags/

Sign in to see what it is. This letter says no more on purpose.
"""


def notify(viewer: Viewer, config: Mapping[str, Any]) -> tuple[int, int]:
    """Tell each waiting flag's owner once, and the clinical leads once it waited too long.

    Returns how many letters were taken and how many were not. Where none of several was, they are
    tried again next time.
    """
    taken = failed = 0
    for line in safety_flags_waiting(viewer):
        for column, addresses in _to_tell(viewer, line):
            told = [_is_sent(address, config) for address in addresses]
            taken, failed = taken + told.count(True), failed + told.count(False)
            if True in told:
                with writing():
                    mark_told(line.flag.id, column, at=viewer.as_of)
                    db.session.commit()
    return taken, failed


def _is_sent(address: str, config: Mapping[str, Any]) -> bool:
    """One address that is not taken keeps no other from being told, nor has it told again."""
    try:
        send(Letter(address, SUBJECT, _text(config)), config)
    except MailNotSent:
        return False
    return True


def _to_tell(viewer: Viewer, line: FlagLine) -> list[tuple[str, list[str]]]:
    """Whom to write to now. A flag whose owner has left, or never was, is the leads' at once."""
    found = []
    owner = line.owner if line.owner and line.owner.deactivated_at is None else None
    if owner is not None and line.flag.owner_told_at is None:
        found.append(("owner_told_at", [owner.email]))
    leads = leads_to_tell(viewer)
    if leads and (line.is_escalated or owner is None) and line.flag.leads_told_at is None:
        found.append(("leads_told_at", leads))
    return found


def _text(config: Mapping[str, Any]) -> str:
    return TEXT.format(address=config["PUBLIC_ADDRESS"].rstrip("/"))
