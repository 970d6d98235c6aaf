"""A course item by item: the last answers of each week, as points from best to worst."""

from collections.abc import Mapping, Sequence

from dashboard import charts
from dashboard.caseload.outcomes import AnswerSet, TreatmentCourse
from dashboard.charts import Chart
from dashboard.charts.rows import AskedItem, WeekAnswers
from dashboard.clinical.measures import MeasureDefinition
from dashboard.clinical.measures.definition import Item
from dashboard.clinical.words import Direction
from dashboard.figures.scales import FIRST_WEEK, LAST_WINDOW_WEEK

# Of PHQ-9, what pain itself may bring about; the rest is read first, and apart.
OVERLAPS_WITH_PAIN = frozenset({3, 4, 5, 7, 8})
PAIN_REMARK = "pain may cause it"


def item_charts(
    course: TreatmentCourse,
    definition: MeasureDefinition,
    answers: Mapping[str, Sequence[AnswerSet]],
    overlapping: frozenset[int] = frozenset(),
) -> list[Chart]:
    """One figure of a measure's items, or none while nobody answered any of them.

    Items whose numbers are `overlapping` come last and say so.
    """
    sets = {course.week_of(row.on): row for row in answers.get(definition.key, ())}
    weeks = sorted(week for week in sets if FIRST_WEEK <= week <= LAST_WINDOW_WEEK)
    items = sorted(definition.items, key=lambda item: (item.number in overlapping, item.number))
    if all(sets[week].total_only for week in weeks):
        return []
    shown = range(weeks[0], weeks[-1] + 1)
    rows = [_week(week, sets.get(week), items) for week in shown]
    asked = [_asked(item, definition, overlapping) for item in items]
    key = f"items-{definition.key}-{course.enrollment.id}"
    return [charts.item_answers(definition.short_name, asked, rows, key=key)]


def _asked(item: Item, definition: MeasureDefinition, overlapping: frozenset[int]) -> AskedItem:
    ends = (item.minimum, item.maximum)
    best, worst = ends if definition.higher_is is Direction.WORSE else ends[::-1]
    remark = PAIN_REMARK if item.number in overlapping else ""
    return AskedItem(item.topic, best, worst, remark)


def _week(week: int, found: AnswerSet | None, items: Sequence[Item]) -> WeekAnswers:
    """The points of a week; one without answers stays in its place, as a gap."""
    if found is None:
        return WeekAnswers(week, (None,) * len(items), is_gap=True)
    given = [(item, found.answers.get(item.key)) for item in items]
    points = tuple(None if answer is None else item.value(answer) for item, answer in given)
    return WeekAnswers(week, points, found.total_only)
