"""The counts of practices whose measures run either way, once more in plain loops."""

import random
from datetime import timedelta

import pytest

from dashboard.clinical.change.thresholds import Comparison, Cutoff, Threshold, ThresholdRule
from dashboard.clinical.outcomes.counting import (
    CourseOutcome,
    count_by_nhs_rules,
    count_outcomes,
    judge,
)
from dashboard.clinical.outcomes.intervals import Proportion
from dashboard.clinical.outcomes.windows import DatedScore, choose_scores
from dashboard.clinical.words import Category, Direction
from tests.clinical.outcomes.practices import FIRST, SIX, TEN

# How a person is measured: symptoms, of which more is worse, or well-being, of which it is better.
RULES = {
    "symptoms": (SIX, TEN, Direction.WORSE),
    "well-being": (
        Threshold(4, ThresholdRule.MORE_THAN),
        Cutoff(13, Comparison.LT),
        Direction.BETTER,
    ),
}
DAYS = [-15, -14, 0, 7, 8, 14, 21, 40, 63, 64]


def judged(person) -> CourseOutcome:
    measure, by_day, sessions = person
    scores = [DatedScore(FIRST + timedelta(days=day), 0, value) for day, value in by_day.items()]
    return judge(choose_scores(scores, FIRST), *RULES[measure], sessions)


def is_unwell(measure, value) -> bool:
    return value >= 10 if measure == "symptoms" else value < 13


def naive_word(measure, before, after) -> str:
    """One person's category, spelled out for each way a measure can run."""
    if measure == "symptoms":
        gained, lost = before - after >= 6, after - before >= 6
    else:
        gained, lost = after - before > 4, before - after > 4
    began, ended = is_unwell(measure, before), is_unwell(measure, after)
    if gained:
        return "recovered" if began and not ended else "improved"
    if lost:
        return "harmed" if ended and not began else "deteriorated"
    return "unchanged"


def naive_counts(practice):
    named = ("both", "carried", "carried_better", "finished", "finished_better", "finished_worse")
    tally = dict.fromkeys((*named, "clinical", "left", "left_reliably", *Category), 0)
    for measure, by_day, sessions in practice:
        days = sorted(by_day)
        first = next((day for day in days if -14 <= day <= 7), None)
        finished = sessions >= 2
        tally["finished"] += finished
        if first is None:
            continue
        before, began = by_day[first], is_unwell(measure, by_day[first])
        tally["clinical"] += finished and began
        for day in [day for day in days if first < day <= 63][-1:]:
            tally["carried"] += 1
            word = naive_word(measure, before, by_day[day])
            tally["carried_better"] += word in ("recovered", "improved")
        for day in [day for day in days if 21 <= day <= 63][-1:]:
            word = naive_word(measure, before, by_day[day])
            tally["both"] += 1
            tally[word] += 1
            if finished:
                left = began and not is_unwell(measure, by_day[day])
                add_finished(tally, word, left=left)
    return tally


def add_finished(tally, word, *, left) -> None:
    tally["finished_better"] += word in ("recovered", "improved")
    tally["finished_worse"] += word in ("harmed", "deteriorated")
    tally["left"] += left
    tally["left_reliably"] += word == "recovered"


def random_practice(draw, measures):
    return [
        (
            draw.choice(measures),
            {day: draw.randint(0, 25) for day in draw.sample(DAYS, draw.randint(0, 5))},
            draw.randint(1, 4),
        )
        for _ in range(draw.randint(0, 12))
    ]


@pytest.mark.parametrize("measures", [["well-being"], ["symptoms", "well-being"]])
def test_a_second_implementation_agrees_on_a_thousand_random_practices(measures):
    draw = random.Random(15)
    for _ in range(1000):
        practice = random_practice(draw, measures)
        outcomes, naive = [judged(person) for person in practice], naive_counts(practice)
        assert_ways_agree(count_outcomes(outcomes), naive, len(practice))
        assert_national_rules_agree(count_by_nhs_rules(outcomes), naive)


def assert_ways_agree(counts, naive, started):
    better = naive["recovered"] + naive["improved"]
    worse = naive["harmed"] + naive["deteriorated"]
    assert counts.both_scores == Proportion(better, naive["both"])
    assert counts.carried_forward == Proportion(naive["carried_better"], naive["carried"])
    assert counts.everyone == Proportion(better, started)
    assert counts.worse == Proportion(worse, naive["both"])
    assert counts.completeness == Proportion(naive["both"], started)
    assert counts.categories == {category: naive[category] for category in Category}


def assert_national_rules_agree(counts, naive):
    assert counts.finished == naive["finished"]
    assert counts.improvement == Proportion(naive["finished_better"], naive["finished"])
    assert counts.deterioration == Proportion(naive["finished_worse"], naive["finished"])
    assert counts.recovery == Proportion(naive["left"], naive["clinical"])
    assert counts.reliable_recovery == Proportion(naive["left_reliably"], naive["clinical"])
