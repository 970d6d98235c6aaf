"""Which group and which session a row is about; missing ones are made from what the row says."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dashboard.clinical.calendar import instant_of, zone_named
from dashboard.clinical.words import SessionState
from dashboard.errors import Refused
from dashboard.imports.mapped.cells import (
    day,
    moment,
    number,
    short,
    shown,
    time_of_day,
    word,
)
from dashboard.imports.mapped.mapping import Reader
from dashboard.imports.matching.picture import Picture
from dashboard.records.importing import CycleRow, GroupRow, SessionRow

USUAL_LENGTH = 8
LONGEST = timedelta(days=1)
Times = tuple[datetime, datetime]


def group_of(picture: Picture, read: Reader) -> GroupRow:
    """Return the group that a row names. Raises Refused when there is none of this name."""
    name = read("group")
    found = picture.groups.get(name)
    if found is None:
        raise Refused(f"There is no group {shown(name)}." if name else "No group is named.")
    return found


def session_of(
    picture: Picture, read: Reader, places: dict[tuple[str, str], tuple[int, int]], made: list[str]
) -> SessionRow:
    """Return the session of a row, made with its group and cycle where it is not there yet.

    `places` are cycle and week of sessions that the file tells by their date alone.
    Raises Refused.
    """
    on = day(read("session_date"))
    if on is None:
        raise Refused("The date of the session is empty.")
    group = picture.groups.get(read("group"))
    cycle, week = _place(read, places)
    found = _on_record(picture, group, on, cycle, week)
    if found is None:
        if cycle is None or week is None:
            raise Refused(f"{shown(read('group'))} has no session on {on.isoformat()}.")
        return _new_session(picture, read, (on, cycle, week), made)
    if found.on != on:
        raise Refused(
            f"Week {found.week} of cycle {found.cycle.number} is on {found.on.isoformat()} here."
        )
    if found.cancelled is not is_cancelled(read):
        raise Refused(
            "This session is cancelled here." if found.cancelled else "It is not cancelled here."
        )
    return found


def is_cancelled(read: Reader) -> bool:
    """Whether a row says that the session did not take place."""
    state = word(read("session_state"), SessionState, "state of a session")
    if state is None:
        return read("mark").casefold() == SessionState.CANCELLED
    return state is SessionState.CANCELLED


def _place(
    read: Reader, places: dict[tuple[str, str], tuple[int, int]]
) -> tuple[int | None, int | None]:
    cycle, week = read("cycle"), read("week")
    if not cycle and not week:
        return places.get((read("group"), read("session_date")), (None, None))
    return number(cycle or "1", "The cycle", 1, 9_999), number(week, "The week", 1, 999)


def _on_record(
    picture: Picture, group: GroupRow | None, on: date, cycle: int | None, week: int | None
) -> SessionRow | None:
    if group is None:
        return None
    if cycle is None or week is None:
        here = picture.by_date.get((group, on), [])
        if len(here) > 1:
            raise Refused(f"{group.name} has two sessions on this date: say cycle and week.")
        return here[0] if here else None
    found = picture.cycles.get((group, cycle))
    return None if found is None else picture.sessions.get((found, week))


def _new_session(
    picture: Picture, read: Reader, place: tuple[date, int, int], made: list[str]
) -> SessionRow:
    on, number_of_cycle, week = place
    group = picture.groups.get(read("group"))
    zone = read("time_zone") or (group.time_zone if group else picture.zone)
    times = planned_times(read, on, zone, group)
    if times[0] > picture.as_of:
        raise Refused(f"The session of {on.isoformat()} is in the future.")
    if group is None:
        group = _new_group(picture, read, zone, made)
    _follow(group, on, times)
    cycle = _cycle(picture, read, group, number_of_cycle, on - timedelta(weeks=week - 1), made)
    happened = moment(read("started_at")), moment(read("ended_at"))
    if happened[0] and happened[1] and happened[1] <= happened[0]:
        raise Refused("The session ended before it started.")
    session = SessionRow(cycle, week, on, *times, *happened, cancelled=is_cancelled(read))
    picture.sessions[cycle, week] = session
    picture.by_date[group, on].append(session)
    picture.rows.sessions.append(session)
    made.append(f"week {week} of cycle {number_of_cycle}")
    return session


def planned_times(read: Reader, on: date, zone: str, group: GroupRow | None) -> Times:
    """Return when a session was to begin and end. Raises Refused when nothing says so."""
    starts_at, ends_at = moment(read("starts_at")), moment(read("ends_at"))
    wall = time_of_day(read("start_time")) or (group.starts_at_wall if group else None)
    minutes = number(read("duration_minutes"), "The length in minutes", 15, 480)
    minutes = minutes or (group.duration_minutes if group else None)
    if starts_at is None and wall is not None:
        starts_at = instant_of(on, wall, _zone(zone))
    if starts_at is not None and ends_at is None and minutes is not None:
        ends_at = starts_at + timedelta(minutes=minutes)
    if starts_at is None or ends_at is None:
        raise Refused("A new session needs the time of day at which it begins, and its length.")
    if not timedelta(0) < ends_at - starts_at <= LONGEST:
        raise Refused("The session would end before it begins, or last longer than a day.")
    # A day more or less, because a group may have moved to another zone since.
    if abs(starts_at.astimezone(_zone(zone)).date() - on) > LONGEST:
        raise Refused("The session would begin on another day than its date.")
    return starts_at, ends_at


def _zone(name: str) -> ZoneInfo:
    try:
        return zone_named(name)
    except ValueError:
        raise Refused(f"There is no time zone called {shown(name)}.") from None


def _new_group(picture: Picture, read: Reader, zone: str, made: list[str]) -> GroupRow:
    name, kind = short(read("group"), "The name of the group"), read("group_type")
    if not name:
        raise Refused("No group is named.")
    if kind not in picture.types:
        said = f"There is no kind of group {shown(kind)}" if kind else "No kind of group is said"
        raise Refused(f"{said}: the new group {shown(name)} needs one.")
    _zone(zone)
    length = number(read("cycle_length"), "The length of a cycle", 1, 52) or USUAL_LENGTH
    epoch = datetime.min.time()
    group = GroupRow(name, picture.types[kind], zone, 0, epoch, 90, length, 10)
    picture.groups[name] = group
    picture.rows.groups.append(group)
    made.append("the group")
    picture.notes["New groups have no facilitators yet: name them on the group's page."] = None
    return group


def _follow(group: GroupRow, on: date, times: Times) -> None:
    """A new group meets when its latest session did."""
    if group.id is not None or (group.last_on is not None and on < group.last_on):
        return
    starts = times[0].astimezone(_zone(group.time_zone))
    group.last_on, group.weekday = on, on.weekday()
    group.starts_at_wall = starts.time().replace(second=0, microsecond=0)
    group.duration_minutes = min(480, max(15, round((times[1] - times[0]).total_seconds() / 60)))


def _cycle(
    picture: Picture, read: Reader, group: GroupRow, which: int, usual: date, made: list[str]
) -> CycleRow:
    found = picture.cycles.get((group, which))
    if found is None:
        starts_on = day(read("cycle_starts_on")) or usual
        length = number(read("cycle_length"), "The length of a cycle", 1, 52) or group.cycle_length
        found = CycleRow(group, which, starts_on, length)
        picture.cycles[group, which] = found
        picture.rows.cycles.append(found)
        made.append(f"cycle {which}")
    return found
