"""Whether a person's course so far wants a human: red, amber, grey or on track."""

from datetime import date

from dashboard.clinical.change.categories import Movement, movement
from dashboard.clinical.change.thresholds import Cutoff, Threshold
from dashboard.clinical.words import Direction, Track

AMBER_FROM_WEEK = 4
_DAYS_A_WEEK = 7


def week_number(first_attended: date, on: date) -> int:
    """1 for the week that begins with the first attended session; 0 or less before it."""
    return (on - first_attended).days // _DAYS_A_WEEK + 1


def track(
    scores: tuple[float | None, float | None],
    week: int,
    threshold: Threshold,
    cutoff: Cutoff | None,
    direction: Direction,
) -> Track:
    """The track from (baseline, latest) score and the week of treatment.

    Red is reliably worse than baseline. Amber is week 4 or later, without reliable improvement and
    on the clinical side; a measure without a cutoff has no clinical side, so no amber. Grey is an
    unknown score. Such alerts support a therapist's judgment (Delgadillo 2018 left groups out).
    """
    baseline, latest = scores
    if baseline is None or latest is None:
        return Track.GREY
    moved = movement(baseline, latest, threshold, direction)
    if moved is Movement.DETERIORATED:
        return Track.RED
    is_clinical = cutoff is not None and cutoff.is_clinical(latest)
    if week >= AMBER_FROM_WEEK and moved is Movement.UNCHANGED and is_clinical:
        return Track.AMBER
    return Track.ON_TRACK
