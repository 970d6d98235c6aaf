"""Marks and minutes: what one says of the other, and what does not fit together."""

from dashboard.clinical.words import ATTENDED_MARKS, Mark

SHORTENED_MARKS = frozenset({Mark.LATE, Mark.LEFT_EARLY})
LONGEST_MINUTES = 720


def default_minutes(
    mark: Mark | None,
    full_minutes: int,
    minutes_late: int | None = None,
    minutes_left_early: int | None = None,
) -> int | None:
    """The minutes attended that a mark stands for, in a session of `full_minutes`.

    Present is all of them. Late and left early are less the minutes missed at the start and at
    the end: None (unknown) until the one that the mark is about is known, and never below 0. A
    missed session and one not recorded have no minutes, which is None and not 0.
    """
    if mark is Mark.PRESENT:
        return full_minutes
    own = {Mark.LATE: minutes_late, Mark.LEFT_EARLY: minutes_left_early}.get(mark) if mark else None
    if own is None:
        return None
    return max(0, full_minutes - (minutes_late or 0) - (minutes_left_early or 0))


def minutes_messages(mark: Mark | None, minutes: int | None, full_minutes: int) -> tuple[str, ...]:
    """What is wrong with minutes beside a mark, in plain words; nothing when they fit.

    Minutes that are not given are never wrong. A person may be marked present with fewer minutes
    than the session had: how few is late is the practice's own judgment.
    """
    if minutes is None:
        return ()
    if mark is None:
        return ("Choose a mark: minutes alone do not say whether the person was there.",)
    if mark not in ATTENDED_MARKS:
        return ("A missed session has no minutes: clear them or choose another mark.",)
    if not 0 <= minutes <= LONGEST_MINUTES:
        return (f"Minutes must be between 0 and {LONGEST_MINUTES}.",)
    return disagreements(mark, minutes, full_minutes)


def disagreements(mark: Mark, minutes: int, full_minutes: int) -> tuple[str, ...]:
    """Where possible minutes contradict the mark of a person who was there."""
    if minutes > full_minutes:
        return (f"The session had {full_minutes} minutes; {minutes} is more.",)
    if minutes == 0:
        return ("No minutes attended is a missed session: choose another mark.",)
    if mark in SHORTENED_MARKS and minutes == full_minutes:
        said = "late" if mark is Mark.LATE else "left early"
        return (f"Marked {said}, but with all {full_minutes} minutes of the session.",)
    return ()
