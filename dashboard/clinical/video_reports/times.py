"""Times and durations as attendance files write them; what has two meanings is never guessed."""

import re
from datetime import UTC, date, datetime, time, timedelta

from dashboard.clinical.calendar import WallTimeKind, kind_of_wall_time
from dashboard.clinical.notes.folding import folded_words
from dashboard.clinical.video_reports.problems import OtherDay, SessionFrame, Unreadable
from dashboard.clinical.video_reports.words_in_files import MONTHS, UNIT_SECONDS

CLOCK = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?"
    r"(?:\s*(?P<half>[ap])\.?\s?m\.?)?",
    re.ASCII,
)
AWARE = re.compile(
    r"(\d{4}-\d{2}-\d{2})[t ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(z|utc|[+-]\d{2}:?\d{2})"
)
YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})", re.ASCII)
MONTH_FIRST = re.compile(r"([^\W\d]+)\.? (\d{1,2}),? (\d{4})", re.ASCII)
DAY_FIRST = re.compile(r"(\d{1,2})\.? (?:de )?([^\W\d]+)\.?,? (?:de )?(\d{4})", re.ASCII)
PARTS = re.compile(r"(\d{1,4}) ?([a-z]+)\.?,? ?", re.ASCII)
COLONS = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)", re.ASCII)
PLAIN_NUMBER = re.compile(r"(\d{1,4})(?:[.,](\d{1,2}))?", re.ASCII)
DAY = timedelta(days=1)
NOON = 12


def seconds_of(text: str, *, in_minutes: bool) -> int:
    """Read a duration: "1h 27m 51s", "1 hr 2 min", "1:27:51"; a bare number only as minutes."""
    written = folded_words(text)
    if found := COLONS.fullmatch(written):
        hours, minutes, seconds = (int(part) for part in found.groups())
        return hours * 3600 + minutes * 60 + seconds
    if in_minutes and (found := PLAIN_NUMBER.fullmatch(written)):
        return round(float(written.replace(",", ".")) * 60)
    parts = PARTS.findall(written)
    known = all(unit in UNIT_SECONDS for _, unit in parts)
    if not parts or not known or PARTS.sub("", written):
        raise Unreadable(f"The duration {text!r} was not understood.")
    return sum(int(number) * UNIT_SECONDS[unit] for number, unit in parts)


def moments_of(text: str, frame: SessionFrame) -> tuple[datetime, ...]:
    """The moments in UTC that a time may mean: one, or two in the hour that is shown twice.

    Times without an offset are of the group's zone. A time without a date is the one nearest to
    the session. Day and month are told apart by the date of the session. Raises `Unreadable`.
    """
    written = folded_words(text)
    if found := AWARE.fullmatch(written):
        return (aware_moment(text, *found.groups()),)
    clock = CLOCK.search(written)
    if clock is None:
        raise Unreadable(f"The time {text!r} was not understood.")
    wall = wall_time(text, clock)
    rest = (written[: clock.start()] + written[clock.end() :]).strip(" ,t")
    on = date_written(text, rest, frame) if rest else nearest_date(wall, frame)
    return wall_moments(text, on, wall, frame)


def aware_moment(text: str, on: str, clock: str, offset: str) -> datetime:
    """A time that says its own offset."""
    try:
        ahead = "+00:00" if offset in {"z", "utc"} else offset
        return datetime.fromisoformat(f"{on}T{clock}{ahead}").astimezone(UTC)
    except (ValueError, OverflowError):
        raise Unreadable(f"The time {text!r} was not understood.") from None


def wall_time(text: str, clock: re.Match[str]) -> time:
    """The time on the wall, of 12 or 24 hours."""
    hour, half = int(clock["hour"]), clock["half"]
    if half is not None:
        if not 1 <= hour <= NOON:
            raise Unreadable(f"The time {text!r} was not understood.")
        hour = hour % NOON + (NOON if half == "p" else 0)
    try:
        return time(hour, int(clock["minute"]), int(clock["second"] or 0))
    except ValueError:
        raise Unreadable(f"The time {text!r} was not understood.") from None


def date_written(text: str, rest: str, frame: SessionFrame) -> date:
    """The date, when it is that of the session or a day beside it."""
    first = frame.starts_at.astimezone(frame.zone).date() - DAY
    last = frame.ends_at.astimezone(frame.zone).date() + DAY
    dates = possible_dates(rest)
    if not dates:
        raise Unreadable(f"The date in {text!r} was not understood.")
    near = {on for on in dates if first <= on <= last}
    if len(near) != 1:
        raise OtherDay(f"{text!r} is not of the day of this session.")
    return near.pop()


def possible_dates(rest: str) -> set[date]:
    """All dates that a text may mean."""
    triples: list[tuple[int, int, int]] = []
    if found := YEAR_FIRST.fullmatch(rest):
        triples.append((int(found[1]), int(found[2]), int(found[3])))
    elif found := NUMBERS.fullmatch(rest):
        year = int(found[3]) + (2000 if len(found[3]) == len("26") else 0)
        triples += [(year, int(found[1]), int(found[2])), (year, int(found[2]), int(found[1]))]
    elif found := MONTH_FIRST.fullmatch(rest):
        triples.append((int(found[3]), MONTHS.get(found[1], 0), int(found[2])))
    elif found := DAY_FIRST.fullmatch(rest):
        triples.append((int(found[3]), MONTHS.get(found[2], 0), int(found[1])))
    return {on for triple in triples for on in existing(*triple)}


def existing(year: int, month: int, day: int) -> tuple[date, ...]:
    """The date, if there is such a day."""
    try:
        return (date(year, month, day),)
    except ValueError:
        return ()


def nearest_date(wall: time, frame: SessionFrame) -> date:
    """The day on which a time without a date is nearest to the session."""
    middle = frame.middle.astimezone(frame.zone).replace(tzinfo=None)
    around = (middle.date() + days * DAY for days in (-1, 0, 1))
    return min(around, key=lambda on: abs(datetime.combine(on, wall) - middle))


def wall_moments(text: str, on: date, wall: time, frame: SessionFrame) -> tuple[datetime, ...]:
    """The moments at which the wall shows this time on this date."""
    kind = kind_of_wall_time(on, wall, frame.zone)
    if kind is WallTimeKind.NONEXISTENT:
        raise Unreadable(f"{text!r} is in the hour that the clocks left out that night.")
    folds = (0, 1) if kind is WallTimeKind.AMBIGUOUS else (0,)
    local = datetime.combine(on, wall, frame.zone)
    return tuple(local.replace(fold=fold).astimezone(UTC) for fold in folds)
