"""Which column is what, remembered for files with the same columns."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from dashboard.extensions import db
from dashboard.models.import_mappings import ImportMapping


def remember_mapping(
    kind: str, fingerprint: str, choices: dict[str, Any], *, by: int | None, at: datetime
) -> ImportMapping:
    """Keep the choices for a kind of file and its columns, in place of older ones; no commit.

    `fingerprint` stands for the names of the columns, `choices` are plain values.
    """
    found = db.session.scalar(
        select(ImportMapping).where(
            ImportMapping.kind == kind, ImportMapping.fingerprint == fingerprint
        )
    )
    if found is None:
        found = ImportMapping(kind=kind, fingerprint=fingerprint)
        db.session.add(found)
    found.choices, found.chosen_by_id, found.chosen_at = choices, by, at
    db.session.flush()
    return found
