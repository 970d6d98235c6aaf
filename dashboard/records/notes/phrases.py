"""Keeps the texts that notes are begun with, and ships the usual shapes of a progress note."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select

from dashboard.errors import Conflict, Refused
from dashboard.extensions import db
from dashboard.models.phrases import Phrase
from dashboard.records.trail import write_audit_line

# Short name: title, text, plan. Three underscores are a blank to fill.
SHIPPED = {
    "response": ("Response and plan", "Took part: ___. Response to the intervention: ___.", ""),
    "dap": ("DAP: data, assessment, plan", "Data: ___\nAssessment: ___", "Plan: ___"),
    "soap": (
        "SOAP: subjective, objective, assessment, plan",
        "Subjective: ___\nObjective: ___\nAssessment: ___",
        "Plan: ___",
    ),
}


def install_templates() -> None:
    """Add the shipped shapes where the practice has no template at all. Does not commit."""
    if db.session.scalar(select(Phrase.id).where(Phrase.owner_id.is_(None)).limit(1)) is None:
        for name, (title, text, plan) in SHIPPED.items():
            db.session.add(Phrase(short_name=name, title=title, text=text, plan=plan))
        db.session.flush()


def add_phrase(fields: Mapping[str, str], *, owner_id: int | None, by: int, at: datetime) -> Phrase:
    """Keep a new phrase, or template where there is no owner. Does not commit. Raises Refused."""
    _check_name(fields["short_name"], owner_id, None)
    row = Phrase(owner_id=owner_id, **fields)
    db.session.add(row)
    _write_line("add phrase", row, by, at)
    return row


def change_phrase(
    row: Phrase, fields: Mapping[str, str], *, version: int, by: int, at: datetime
) -> None:
    """Change a phrase. Does not commit. Raises Refused, or Conflict."""
    if row.version != version:
        raise Conflict("Somebody has changed this text since you opened it.", theirs=row.text)
    _check_name(fields["short_name"], row.owner_id, row.id)
    for name, value in fields.items():
        setattr(row, name, value)
    _write_line("change phrase", row, by, at)


def remove_phrase(row: Phrase, *, by: int, at: datetime) -> None:
    """Remove a phrase; the notes that it was used in keep their words. Does not commit."""
    _write_line("remove phrase", row, by, at)
    db.session.delete(row)


def _check_name(short_name: str, owner_id: int | None, own_id: int | None) -> None:
    taken = select(Phrase.id).where(
        Phrase.short_name == short_name, Phrase.owner_id.is_not_distinct_from(owner_id)
    )
    if db.session.scalar(taken) not in (None, own_id):
        raise Refused("There is a text of this short name already.", field="short_name")


def _write_line(action: str, row: Phrase, by: int, at: datetime) -> None:
    db.session.flush()
    write_audit_line(by=by, at=at, action=action, subject="phrase", subject_id=row.id)
