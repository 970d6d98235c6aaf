"""The sentence above a trajectory: where it began, where it is, whether that is beyond error."""

from dashboard.charts.chart import number_text, points_text
from dashboard.charts.participant.scales import gap_words
from dashboard.charts.rows import Course, ScoreScale, SessionMark, WeekScore
from dashboard.clinical.change.thresholds import points_improved


def course_summary(course: Course) -> str:
    """One or two sentences; says so when there is nothing, or only one score, to tell of."""
    ordered = sorted(course.scores, key=lambda row: row.week)
    known = [(row, row.score) for row in ordered if row.score is not None]
    name, sessions = course.scale.name, _sessions_words(course)
    if not known:
        return f"No {name} score yet.{sessions}"
    if len(known) == 1:
        only = _score_words(*known[0])
        return f"One {name} score, {only}: a change needs two.{sessions}"
    told = _change_words(course, known[0], known[-1])
    return f"{told}{_gain_words(course)}{gap_words(course.scores)}{sessions}"


def _score_words(row: WeekScore, score: float) -> str:
    return f"{number_text(score)}{f' ({row.band})' if row.band else ''} in week {row.week}"


def _change_words(
    course: Course, first: tuple[WeekScore, float], last: tuple[WeekScore, float]
) -> str:
    """From the first score shown to the last; the change is held against the baseline."""
    scale = course.scale
    began = first[1] if course.baseline is None else course.baseline
    improved = points_improved(began, last[1], scale.higher_is)
    moved = f"{points_text(abs(improved))} {'better' if improved > 0 else 'worse'}"
    change = "no change" if improved == 0 else moved
    said = f"{_score_words(*first)} to {_score_words(*last)}"
    return f"{scale.name} went from {said}: {change}{_beyond_words(scale, improved)}."


def _beyond_words(scale: ScoreScale, improved: float) -> str:
    """Whether the band around the first score was left; nothing where no threshold is known."""
    if scale.reliable_change is None or improved == 0:
        return ""
    if scale.reliable_change.is_reached_by(abs(improved)):
        return ", more than measurement error explains"
    return ", no more than measurement error explains"


def _gain_words(course: Course) -> str:
    if not course.gains:
        return ""
    weeks = " and ".join(f"week {gain.week}" for gain in course.gains)
    return f" Sudden gain into {weeks}."


def _sessions_words(course: Course) -> str:
    """Attended of those expected; one whose mark is not recorded counts as neither, and is said."""
    counted = [row.mark for row in course.sessions if row.mark is not SessionMark.CANCELLED]
    unknown = counted.count(SessionMark.NOT_RECORDED)
    gap = f", {unknown} not recorded" if unknown else ""
    told = f"{counted.count(SessionMark.ATTENDED)} of {len(counted)} sessions{gap}"
    return f" Attended {told}." if counted else ""
