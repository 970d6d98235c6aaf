"""What a measure is drawn against, and one person's scores by week."""

from dashboard.caseload.outcomes import TreatmentCourse
from dashboard.charts.rows import PersonChange, ScoreScale, SeverityBand, WeekScore
from dashboard.clinical.measures import MeasureDefinition, band_of
from dashboard.clinical.outcomes.windows import DEFAULT_WINDOW, DatedScore
from dashboard.clinical.words import SessionState

LAST_WINDOW_WEEK = DEFAULT_WINDOW.outcome_to // 7 + 1
FIRST_WEEK = DEFAULT_WINDOW.baseline_from // 7 + 1


def score_scale(definition: MeasureDefinition) -> ScoreScale:
    """The scale with only those thresholds that may sort people."""
    cutoff, change = definition.usable_cutoff, definition.usable_reliable_change
    return ScoreScale(
        name=definition.short_name,
        low=definition.minimum,
        high=definition.maximum,
        higher_is=definition.higher_is,
        bands=_bands(definition),
        cutoff=None if cutoff is None else cutoff.line,
        reliable_change=None if change is None else change.threshold,
    )


def _bands(definition: MeasureDefinition) -> tuple[SeverityBand, ...]:
    if definition.bands is None or not definition.bands.usable:
        return ()
    levels = definition.bands.levels
    ends = [*(level.starts for level in levels[1:]), definition.maximum]
    return tuple(
        SeverityBand(level.name, level.starts, end, step)
        for step, (level, end) in enumerate(zip(levels, ends, strict=True), start=1)
    )


def week_scores(
    course: TreatmentCourse, scores: tuple[DatedScore, ...], definition: MeasureDefinition
) -> tuple[WeekScore, ...]:
    """The last score of every week of the window; a week without one is a gap."""
    last = {course.week_of(score.on): score for score in scores}
    weeks = [week for week in last if FIRST_WEEK <= week <= LAST_WINDOW_WEEK]
    if not weeks:
        return ()
    return tuple(
        _week_score(week, last.get(week), definition) for week in range(min(weeks), max(weeks) + 1)
    )


def shown_weeks(
    course: TreatmentCourse, scores: tuple[DatedScore, ...], definition: MeasureDefinition
) -> tuple[WeekScore, ...]:
    """One person's weeks for their own figure, those with a held session and no score included.

    So that whoever stopped answering has gaps up to the last session, and not a line that ends.
    """
    known = {row.week: row for row in week_scores(course, scores, definition)}
    if not known:
        return ()
    held = {each.week for each in course.presence.sessions if each.mark.state is SessionState.HELD}
    weeks = known.keys() | {week for week in held if 1 <= week <= LAST_WINDOW_WEEK}
    return tuple(
        known.get(week, WeekScore(week, None)) for week in range(min(weeks), max(weeks) + 1)
    )


def _week_score(week: int, score: DatedScore | None, definition: MeasureDefinition) -> WeekScore:
    if score is None:
        return WeekScore(week, None)
    band = band_of(definition, score.value)
    return WeekScore(week, score.value, score.on, "" if band is None else band.name)


def person_change(course: TreatmentCourse) -> PersonChange:
    """The two scores of the window, and what became of them."""
    before, after = course.window.baseline, course.window.outcome
    return PersonChange(
        name=course.participant.short_name,
        before=None if before is None else before.value,
        after=None if after is None else after.value,
        category=course.outcome.category,
        attended=course.attendance.attended,
        held=course.attendance.expected,
    )
