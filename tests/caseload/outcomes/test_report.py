"""The report: exact counts of a small practice, with the claim held against them."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event, select

from dashboard.caseload.outcomes import (
    Breakdown,
    OutcomeFilters,
    Which,
    headline,
    people_behind,
)
from dashboard.clinical.outcomes.claim import ClaimCheck
from dashboard.clinical.outcomes.headline import Period, RefusalReason
from dashboard.clinical.outcomes.intervals import Proportion
from dashboard.clinical.outcomes.retention import Step
from dashboard.clinical.words import Role
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.groups import Practice
from tests.caseload.outcomes.stories import STARTS, attends, comes_and_scores, scores
from tests.factories import make_group

EVERYTHING = OutcomeFilters()
LAST_DAY = STARTS + timedelta(days=63)


def small_practice(ana):
    """Two improved, one unchanged, one worse, one with a baseline only."""
    made = make_group(ana, people=5)
    for stay, by_day in zip(
        made.enrollments,
        [{0: 18, 30: 9}, {0: 20, 56: 14}, {0: 12, 40: 10}, {0: 10, 40: 17}, {0: 15, 14: 8}],
        strict=True,
    ):
        comes_and_scores(made, stay, by_day)
    scores(made.enrollments[0], {56: 7}, "global_change")
    scores(made.enrollments[1], {56: 3}, "global_change")
    return made


def test_counts_the_three_ways(ana, seen_by):
    small_practice(ana)
    found = headline(seen_by(ana), EVERYTHING)
    assert found.counts.both_scores == Proportion(2, 4)
    assert found.counts.carried_forward == Proportion(3, 5)
    assert found.counts.everyone == Proportion(2, 5)
    assert found.counts.worse == Proportion(1, 4)
    assert found.counts.completeness == Proportion(4, 5)
    assert (found.reported.improved, found.reported.worse) == (Proportion(1, 2), Proportion(1, 2))
    assert found.reported.everyone == Proportion(1, 5)
    assert found.reliable.period == Period(LAST_DAY, LAST_DAY)


def test_refuses_a_headline_of_few_people(ana, seen_by):
    small_practice(ana)
    (refusal,) = headline(seen_by(ana), EVERYTHING).reliable.refusals
    assert (refusal.reason, refusal.people_needed) == (RefusalReason.TOO_FEW_PEOPLE, 16)


def test_holds_the_practices_claim_against_each_share(ana, seen_by):
    small_practice(ana)
    assert headline(seen_by(ana), EVERYTHING).claim is None
    practice = db.session.scalars(select(Practice)).one()
    practice.claim_percent = 50
    found = headline(seen_by(ana), EVERYTHING)
    assert found.check(found.reliable.improved) is ClaimCheck.REACHED
    assert found.check(found.reliable.everyone) is ClaimCheck.NOT_RULED_OUT


def test_groups_by_name_and_quarters_by_time(ana, seen_by):
    small_practice(ana)
    other = make_group(ana, people=1, name="Anger, Friday", starts_on=date(2026, 6, 2))
    attends(other, other.enrollments[0], range(1, 9))
    found = headline(seen_by(ana), EVERYTHING)
    assert [line.label for line in found.lines(Breakdown.GROUP)] == [
        "Anger, Friday",
        "Depression, Tuesday",
    ]
    assert found.quarters[-1] == ("Q4 2026", Proportion(2, 4))


def test_the_filter_chooses_by_the_last_day_of_the_window(ana, seen_by):
    small_practice(ana)
    later = OutcomeFilters(closed_from=LAST_DAY + timedelta(days=1))
    found = headline(seen_by(ana), later)
    assert (len(found.started), found.closed) == (5, [])
    assert found.reliable.period.first == LAST_DAY + timedelta(days=1)
    assert found.reliable.period.last == date(2026, 12, 15)


def test_drop_out_counts_those_who_started(ana, seen_by):
    small_practice(ana)
    steps = headline(seen_by(ana), EVERYTHING).staying.drop_out
    assert steps[-1] == Step(8, 5, 0, 1.0)


def test_asks_as_often_for_one_as_for_many(ana, seen_by):
    made = make_group(ana, people=1, capacity=40)
    comes_and_scores(made, made.enrollments[0], {0: 18, 30: 9})
    more = make_group(ana, people=30, name="Depression, full", capacity=40)
    for stay in more.enrollments:
        comes_and_scores(more, stay, {0: 18, 30: 9})

    def questions(filters: OutcomeFilters) -> int:
        db.session.expire_all()
        asked: list[str] = []

        def note(*args: object) -> None:
            asked.append(str(args[2]))

        event.listen(db.engine, "before_cursor_execute", note)
        headline(viewer, filters)
        event.remove(db.engine, "before_cursor_execute", note)
        return len(asked)

    viewer = seen_by(ana)
    group_ids = made.group.id, more.group.id
    counts = [questions(OutcomeFilters(group_id=group_id)) for group_id in group_ids]
    assert counts[0] == counts[1]


def test_every_number_has_its_people_behind_it(ana, seen_by):
    small_practice(ana)
    report, viewer = headline(seen_by(ana), EVERYTHING), seen_by(ana)
    behind = people_behind(viewer, EVERYTHING)
    counts = {which: len(courses) for which, courses in behind.items()}
    assert counts == {
        Which.STARTED: report.counts.started,
        Which.TWO_SCORES: report.counts.both_scores.denominator,
        Which.IMPROVED: report.counts.both_scores.numerator,
        Which.UNCHANGED: 1,
        Which.WORSE: report.counts.worse.numerator,
        Which.WITHOUT_TWO_SCORES: 1,
        Which.CARRIED: report.counts.carried_forward.denominator,
        Which.CARRIED_IMPROVED: report.counts.carried_forward.numerator,
        Which.RATED: report.reported.improved.denominator,
        Which.RATED_IMPROVED: report.reported.improved.numerator,
        Which.RATED_WORSE: report.reported.worse.numerator,
        Which.NOT_RATED: report.reported.missing,
        Which.DROPPED_OUT: report.staying.dropped_out.numerator,
        Which.IMPROVED_ONCE: report.staying.improved,
    }
    assert report.staying.improved == 3
    with pytest.raises(NotOnCaseload):
        people_behind(seen_by(ana, Role.ADMINISTRATOR), EVERYTHING)


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        (Breakdown.GROUP, ["Anger, Friday", "DBT, Monday", "Depression, Tuesday"]),
        (Breakdown.TYPE, ["Anger management", "DBT skills", "Depression"]),
        (Breakdown.CURRICULUM, ["DBT skills", "No curriculum"]),
        (Breakdown.MEASURE, ["BSL-23", "DAR-5", "PHQ-9"]),
        (Breakdown.CYCLE, ["Cycle 1"]),
    ],
)
def test_the_same_people_part_by_part_add_up_and_each_part_is_a_filter(ana, seen_by, kind, parts):
    small_practice(ana)
    for name, type_key in (("Anger, Friday", "anger"), ("DBT, Monday", "dbt_skills")):
        other = make_group(ana, people=1, name=name, type_key=type_key)
        attends(other, other.enrollments[0], range(1, 9))
    report = headline(seen_by(ana), EVERYTHING)
    lines = report.lines(kind)
    assert [line.label for line in lines] == parts
    assert sum(line.counts.started for line in lines) == report.counts.started == 7
    for line in lines:
        asked = OutcomeFilters.from_query({kind.value: line.value})
        assert asked.as_query() == {kind.value: type(asked.as_query()[kind.value])(line.value)}
        assert headline(seen_by(ana), asked).counts == line.counts


def test_how_soon_and_how_long(ana, seen_by):
    small_practice(ana)
    found = headline(seen_by(ana), EVERYTHING).staying
    assert (found.median_sessions, found.improved, found.followed) == (8, 3, 5)
    assert (found.median_weeks, len(found.improving)) == (9, 9)
