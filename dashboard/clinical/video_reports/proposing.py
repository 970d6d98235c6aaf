"""A mark, minutes and the reason for each enrolled person, for the therapist to confirm."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from dashboard.clinical.video_reports.matching import Matches, RosterPerson
from dashboard.clinical.video_reports.problems import SessionFrame
from dashboard.clinical.video_reports.visits import Visit
from dashboard.clinical.words import Mark


@dataclass(frozen=True)
class ProposalSettings:
    """When a person counts as there, of the session's length; lateness beyond so many minutes."""

    present_share: Fraction = Fraction(1, 2)
    grace_minutes: int = 10


DEFAULT_SETTINGS = ProposalSettings()


@dataclass(frozen=True)
class Proposal:
    """What is proposed for one enrollment; no mark means that a person must say."""

    enrollment: int
    mark: Mark | None
    minutes: int | None
    reason: str


@dataclass(frozen=True)
class Presence:
    """One person in the room: minutes within the session, and missed at its start and end.

    Each is None when it is not known.
    """

    minutes: int | None
    late: int | None
    early: int | None


def propose(
    matches: Matches,
    enrolled: Sequence[RosterPerson],
    frame: SessionFrame,
    settings: ProposalSettings = DEFAULT_SETTINGS,
) -> tuple[Proposal, ...]:
    """One proposal for each enrolled person, in their order.

    Who is not in the file is proposed as a no-show only when every name in it is assigned.
    """
    return tuple(
        seen(person.key, matches, frame, settings)
        if person.key in matches.visits
        else unseen(person.key, len(matches.questions))
        for person in enrolled
    )


def unseen(enrollment: int, questions: int) -> Proposal:
    """Somebody whom nothing in the file was matched to."""
    if not questions:
        return Proposal(enrollment, Mark.NO_SHOW, None, "Not in the report.")
    names = "1 name is" if questions == 1 else f"{questions} names are"
    return Proposal(
        enrollment, None, None, f"Not recognized in the report, but {names} still to be assigned."
    )


def seen(
    enrollment: int, matches: Matches, frame: SessionFrame, settings: ProposalSettings
) -> Proposal:
    """Somebody who is in the file."""
    there = presence(matches.visits[enrollment], frame)
    known_by = matches.known_by[enrollment]
    if there.minutes is None:
        reason = f"In the report by {known_by}, but for how long is not known."
        return Proposal(enrollment, None, None, reason)
    full = round(frame.seconds / 60)
    in_room = f"In the room {there.minutes} of {full} minutes, known by {known_by}"
    if there.minutes < full * settings.present_share:
        return Proposal(
            enrollment, None, there.minutes, f"{in_room}: too short to count by itself."
        )
    mark, detail = punctuality(there, full, settings)
    return Proposal(enrollment, mark, there.minutes, f"{in_room}{detail}.")


def punctuality(there: Presence, full: int, settings: ProposalSettings) -> tuple[Mark, str]:
    """The mark of somebody who was there, and what to add to the reason."""
    grace = settings.grace_minutes
    if there.late is None or there.early is None:
        missing = full - (there.minutes or 0) > grace
        return Mark.PRESENT, "; whether at the start or the end is not known" if missing else ""
    late = f"joined {there.late} minutes late" if there.late > grace else ""
    early = f"left {there.early} minutes early" if there.early > grace else ""
    detail = "".join(f"; {part}" for part in (late, early) if part)
    if late and there.late >= (there.early if early else 0):
        return Mark.LATE, detail
    return (Mark.LEFT_EARLY if early else Mark.PRESENT), detail


def presence(visits: Iterable[Visit], frame: SessionFrame) -> Presence:
    """Put the visits of one person together; overlapping ones count once.

    With times, that is what lies within the session, and no more than the durations given. A
    single visit without times counts its duration, up to the session's length; of several
    without times nobody can say whether they overlap, so the minutes are not known.
    """
    mine = list(visits)
    if any(visit.joined is None for visit in mine):
        alone = mine[0].seconds if len(mine) == 1 else None
        return Presence(None if alone is None else whole(min(alone, frame.seconds)), None, None)
    within = sorted(part for visit in mine if (part := visit.overlap(frame)))
    if not within:
        return Presence(0, None, None)
    seconds = min(covered(within), sum(stayed(visit, frame) for visit in mine))
    late = (within[0][0] - frame.starts_at).total_seconds()
    early = (frame.ends_at - max(end for _, end in within)).total_seconds()
    return Presence(whole(seconds), whole(late), whole(early))


def whole(seconds: float) -> int:
    """Seconds as whole minutes, rounded."""
    return round(seconds / 60)


def stayed(visit: Visit, frame: SessionFrame) -> float:
    """How long one visit was within the session at most: by its times and by its duration."""
    part = visit.overlap(frame)
    if part is None:
        return 0.0
    length = (part[1] - part[0]).total_seconds()
    return length if visit.seconds is None else min(length, visit.seconds)


def covered(parts: Sequence[tuple[datetime, datetime]]) -> float:
    """The seconds that parts, sorted by their start, cover together."""
    total, reached = timedelta(0), parts[0][0]
    for start, end in parts:
        total += max(timedelta(0), end - max(start, reached))
        reached = max(reached, end)
    return total.total_seconds()
