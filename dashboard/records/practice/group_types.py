"""Kinds of group changed: what they are called, measure first, teach, and start from."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select

from dashboard.errors import Conflict, Refused
from dashboard.extensions import db
from dashboard.models.groups import GroupType
from dashboard.records.trail import write_audit_line


@dataclass(frozen=True)
class KindSettings:
    """What is set for a kind of group: minutes of a session, sessions of a cycle."""

    name: str
    primary_measure_id: int
    curriculum_id: int | None
    duration_minutes: int
    cycle_length: int

    @classmethod
    def of(cls, kind: GroupType) -> "KindSettings":
        """Return what is kept now."""
        return cls(**{name: getattr(kind, name) for name in cls.__dataclass_fields__})


def change_group_type(
    kind: GroupType, told: KindSettings, *, version: int, by: int, at: datetime
) -> None:
    """Write what is set for a kind. `version` is that of the row read. Does not commit.

    What was kept before stays in the trail. Raises Refused by field, or Conflict.
    """
    if kind.version != version:
        raise Conflict("Somebody has changed this kind of group since you opened the page.")
    same_name = select(GroupType.id).where(GroupType.name == told.name, GroupType.id != kind.id)
    if db.session.scalar(same_name) is not None:
        raise Refused("Another kind of group has this name.", field="name")
    before, after = asdict(KindSettings.of(kind)), asdict(told)
    changed = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
    if not changed:
        return
    for name in changed:
        setattr(kind, name, after[name])
    db.session.flush()
    write_audit_line(
        by=by,
        at=at,
        action="change group type",
        subject="group_types",
        subject_id=kind.id,
        detail=changed,
    )
