"""One course of treatment: a stay that started, read by the participant's own clock."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from dashboard.caseload.outcomes.facts import GLOBAL_CHANGE, MOOD, CourseFacts
from dashboard.caseload.outcomes.presence import Presence, read_presence
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.attendance import AttendanceRate
from dashboard.clinical.measures import MeasureDefinition
from dashboard.clinical.outcomes.counting import CourseOutcome, judge
from dashboard.clinical.outcomes.track import track, week_number
from dashboard.clinical.outcomes.windows import (
    DatedScore,
    WindowScores,
    choose_scores,
    window_closed,
    window_end,
)
from dashboard.clinical.words import Track
from dashboard.models.groups import Cycle, Group
from dashboard.models.participants import Enrollment, Participant


@dataclass(frozen=True)
class TreatmentCourse:
    """A stay in which at least one held session was attended; None is what is not known.

    `curriculum` is the name of what the group teaches, None where it teaches none.
    """

    enrollment: Enrollment
    presence: Presence
    curriculum: str | None
    definition: MeasureDefinition
    scores: tuple[DatedScore, ...]
    mood_scores: tuple[DatedScore, ...]
    window: WindowScores
    outcome: CourseOutcome
    global_rating: int | None
    is_closed: bool
    track: Track

    @property
    def participant(self) -> Participant:
        return self.enrollment.participant

    @property
    def group(self) -> Group:
        return self.enrollment.group

    @property
    def cycle(self) -> Cycle:
        """The cycle in which it began."""
        return self.presence.cycle

    @property
    def first_attended(self) -> date:
        """The date of the first attended session: the participant's clock starts here."""
        return self.presence.first_attended

    @property
    def attendance(self) -> AttendanceRate:
        """Of the sessions held while the person was enrolled and active."""
        return self.presence.attendance

    @property
    def last_day(self) -> date:
        """The last day of the outcome window."""
        return window_end(self.first_attended)

    def week_of(self, on: date) -> int:
        """1 for the week that begins with the first attended session."""
        return week_number(self.first_attended, on)


def read_course(viewer: Viewer, facts: CourseFacts, stay: Enrollment) -> TreatmentCourse | None:
    """Return the course of a stay, or None when no held session was attended in it."""
    presence = read_presence(viewer, facts, stay)
    if presence is None:
        return None
    first, today = presence.first_attended, local_date(viewer, stay.group)
    measure_id = stay.group.group_type.primary_measure_id
    definition = facts.definitions[measure_id]
    scores = _scores(facts, stay, measure_id)
    window = choose_scores(scores, first)
    rating = choose_scores(_scores(facts, stay, facts.measure_ids[GLOBAL_CHANGE]), first).outcome
    return TreatmentCourse(
        enrollment=stay,
        presence=presence,
        curriculum=_curriculum(facts, stay.group),
        definition=definition,
        scores=scores,
        mood_scores=_scores(facts, stay, facts.measure_ids[MOOD]),
        window=window,
        outcome=_judged(definition, window, presence.attendance.attended),
        global_rating=None if rating is None else int(rating.value),
        is_closed=window_closed(first, today),
        track=_track(definition, window, scores, week_number(first, today)),
    )


def _curriculum(facts: CourseFacts, group: Group) -> str | None:
    curriculum_id = group.group_type.curriculum_id
    return None if curriculum_id is None else facts.curricula[curriculum_id]


def local_date(viewer: Viewer, group: Group) -> date:
    """The viewer's moment as a date where the group meets."""
    return viewer.as_of.astimezone(ZoneInfo(group.time_zone)).date()


def _scores(facts: CourseFacts, stay: Enrollment, measure_id: int) -> tuple[DatedScore, ...]:
    return tuple(facts.scores.get((stay.participant_id, measure_id), ()))


def _judged(definition: MeasureDefinition, window: WindowScores, attended: int) -> CourseOutcome:
    """A measure without a usable reliable-change threshold sorts nobody."""
    change, cutoff = definition.usable_reliable_change, definition.usable_cutoff
    if change is None:
        return CourseOutcome(None, None, attended)
    line = None if cutoff is None else cutoff.line
    return judge(window, change.threshold, line, definition.higher_is, attended)


def _track(
    definition: MeasureDefinition,
    window: WindowScores,
    scores: tuple[DatedScore, ...],
    week: int,
) -> Track:
    change, cutoff = definition.usable_reliable_change, definition.usable_cutoff
    baseline = window.baseline
    if change is None or baseline is None or scores[-1].on <= baseline.on:
        return Track.GREY
    line = None if cutoff is None else cutoff.line
    pair = (baseline.value, scores[-1].value)
    return track(pair, week, change.threshold, line, definition.higher_is)
