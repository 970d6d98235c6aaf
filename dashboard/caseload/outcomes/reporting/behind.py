"""The people behind a number: the same courses, chosen by the same words that were counted."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from dashboard.caseload.outcomes.filters import OutcomeFilters
from dashboard.caseload.outcomes.reporting.report import headline
from dashboard.caseload.outcomes.reporting.staying import Staying
from dashboard.caseload.outcomes.treatment import TreatmentCourse
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.change.categories import IMPROVED_CATEGORIES, WORSE_CATEGORIES
from dashboard.clinical.outcomes.headline import RATING_A_LITTLE_WORSE, RATING_MUCH_IMPROVED
from dashboard.clinical.outcomes.retention import Followed
from dashboard.errors import NotOnCaseload


class Which(StrEnum):
    """Whom a number counts, of those who started and whose window has closed.

    The last two are followed from their start, so that open windows are among them.
    """

    STARTED = "started"
    TWO_SCORES = "two_scores"
    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    WORSE = "worse"
    WITHOUT_TWO_SCORES = "without_two_scores"
    CARRIED = "carried"
    CARRIED_IMPROVED = "carried_improved"
    RATED = "rated"
    RATED_IMPROVED = "rated_improved"
    RATED_WORSE = "rated_worse"
    NOT_RATED = "not_rated"
    DROPPED_OUT = "dropped_out"
    IMPROVED_ONCE = "improved_once"


_MOVED = IMPROVED_CATEGORIES | WORSE_CATEGORIES
_CHOSEN: dict[Which, Callable[[TreatmentCourse], bool]] = {
    Which.STARTED: lambda course: True,
    Which.TWO_SCORES: lambda course: course.outcome.category is not None,
    Which.IMPROVED: lambda course: course.outcome.category in IMPROVED_CATEGORIES,
    Which.UNCHANGED: lambda course: course.outcome.category not in {None, *_MOVED},
    Which.WORSE: lambda course: course.outcome.category in WORSE_CATEGORIES,
    Which.WITHOUT_TWO_SCORES: lambda course: course.outcome.category is None,
    Which.CARRIED: lambda course: course.outcome.carried is not None,
    Which.CARRIED_IMPROVED: lambda course: course.outcome.carried in IMPROVED_CATEGORIES,
    Which.RATED: lambda course: course.global_rating is not None,
    Which.RATED_IMPROVED: lambda course: (course.global_rating or 0) >= RATING_MUCH_IMPROVED,
    Which.RATED_WORSE: lambda course: (
        course.global_rating is not None and course.global_rating <= RATING_A_LITTLE_WORSE
    ),
    Which.NOT_RATED: lambda course: course.global_rating is None,
}
_FOLLOWED: dict[Which, Callable[[TreatmentCourse], bool]] = {
    Which.DROPPED_OUT: lambda course: course.presence.has_dropped_out,
    Which.IMPROVED_ONCE: lambda course: (
        (found := Staying.first_improvement(course)) is not None and found.happened
    ),
}


def people_behind(viewer: Viewer, filters: OutcomeFilters) -> dict[Which, list[TreatmentCourse]]:
    """Return the courses that each number of the report counts, by group and name.

    All of them are narrowed to those who first improved in the week that is asked for, if one is.
    Raises NotOnCaseload for those who read no clinical record.
    """
    if not viewer.reads_clinical_records:
        raise NotOnCaseload
    report = headline(viewer, filters)
    followed = [course for course in report.started if filters.admits(course.last_day)]
    chosen = ((report.closed, _CHOSEN), (followed, _FOLLOWED))
    return {
        which: [course for course in asked if of(course)]
        for courses, choices in chosen
        for asked in [_first_improved(courses, filters.improved_in)]
        for which, of in choices.items()
    }


def _first_improved(courses: Iterable[TreatmentCourse], week: int | None) -> list[TreatmentCourse]:
    """Narrow courses to a first reliable improvement in one week; without a week, keep all."""
    if week is None:
        return list(courses)
    then = Followed(week, True)
    return [course for course in courses if Staying.first_improvement(course) == then]
