"""What is agreed for a group: its name and kind, when it meets, how many fit, who may enter."""

from dataclasses import asdict, dataclass
from datetime import datetime, time

from sqlalchemy import func, select

from dashboard.clinical.calendar import zone_named
from dashboard.clinical.words import SEATED_STATUSES, EntryPolicy
from dashboard.errors import Conflict, Refused
from dashboard.extensions import db
from dashboard.models.groups import Group, GroupType
from dashboard.models.participants import Enrollment
from dashboard.records.enrollments.seats import lock_group
from dashboard.records.groups.replanning import follow_new_time
from dashboard.records.trail import write_audit_line

TIMES = ("weekday", "starts_at_wall", "time_zone", "duration_minutes")


@dataclass(frozen=True)
class GroupSettings:
    """Everything of a group that is typed on one page; Monday is weekday 0."""

    group_type_id: int
    name: str
    weekday: int
    starts_at_wall: time
    time_zone: str
    duration_minutes: int
    capacity: int
    minimum_size: int
    cycle_length: int
    entry_policy: EntryPolicy
    video_link: str

    @classmethod
    def of(cls, group: Group) -> "GroupSettings":
        """Return the settings that a group has now."""
        return cls(**{name: getattr(group, name) for name in cls.__dataclass_fields__})


def set_up_group(settings: GroupSettings, *, by: int, at: datetime) -> Group:
    """Add a group, flushed, with an audit line; the caller commits. Raises Refused, by field."""
    _refuse_impossible(settings, None)
    group = Group(**asdict(settings), created_at=at)
    db.session.add(group)
    db.session.flush()
    _write_line(group, "set up group", by, at)
    return group


def change_group(
    group_id: int, settings: GroupSettings, *, version: int, by: int, at: datetime
) -> tuple[Group, int]:
    """Change a group; the caller commits. Returns it, and how many sessions have a new time.

    Sessions ahead follow a new weekday, time, zone or length; those that were moved one by one,
    are cancelled or have begun stay. Raises Refused by field, Conflict when the group is not
    of this version any more.
    """
    group = lock_group(group_id)
    if group.version != version:
        raise Conflict("Somebody else has changed this group since you opened it.")
    _refuse_impossible(settings, group)
    before = GroupSettings.of(group)
    for name, value in asdict(settings).items():
        setattr(group, name, value)
    db.session.flush()
    moved = 0
    if any(getattr(before, name) != getattr(settings, name) for name in TIMES):
        times = before.weekday, before.starts_at_wall, before.time_zone
        moved = follow_new_time(group, *times, at=at)
    _write_line(group, "change group", by, at)
    return group, moved


def _refuse_impossible(settings: GroupSettings, group: Group | None) -> None:
    """Raise Refused for what the tables could not hold, in the words of the form."""
    if db.session.get(GroupType, settings.group_type_id) is None:
        raise Refused("Choose a kind of group.", field="group_type_id")
    try:
        zone_named(settings.time_zone)
    except ValueError:
        raise Refused("Choose a time zone, such as America/New_York.", field="time_zone") from None
    if not 1 <= settings.minimum_size <= settings.capacity:
        raise Refused("The group cannot need more people than fit.", field="minimum_size")
    same_name = db.session.scalar(select(Group.id).where(Group.name == settings.name))
    if same_name not in {None, group.id if group else None}:
        raise Refused("Another group has this name already.", field="name")
    if group is not None and settings.capacity < (taken := _seats_taken(group)):
        words = f"{taken} people have a seat: the group cannot be smaller than that."
        raise Refused(words, field="capacity")


def _seats_taken(group: Group) -> int:
    query = select(func.count()).select_from(Enrollment)
    return db.session.scalars(
        query.where(Enrollment.group_id == group.id, Enrollment.status.in_(SEATED_STATUSES))
    ).one()


def _write_line(group: Group, action: str, by: int, at: datetime) -> None:
    detail = {"name": group.name, "capacity": group.capacity, "weekday": group.weekday}
    write_audit_line(
        by=by, at=at, action=action, subject="groups", subject_id=group.id, detail=detail
    )
