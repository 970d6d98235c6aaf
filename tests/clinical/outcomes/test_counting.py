import random

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clinical.outcomes.counting import (
    CourseOutcome,
    count_by_nhs_rules,
    count_outcomes,
    judge,
)
from dashboard.clinical.outcomes.intervals import Proportion
from dashboard.clinical.words import Category, Direction
from tests.clinical.outcomes.practices import NO_DATA, SIX, judged, judged_all, practices

# Six invented people: (scores by day, sessions attended).
SIX_PEOPLE = [
    ({0: 18, 40: 6}, 8),  # recovered
    ({0: 18, 40: 12}, 7),  # improved, still clinical
    ({0: 8, 40: 15}, 6),  # harmed
    ({0: 12, 40: 8}, 1),  # below the cutoff, not reliably
    ({0: 18, 14: 9}, 2),  # left after a good second week
    ({0: 18}, 1),  # never seen again
]


def test_a_person_is_judged_from_the_scores_of_the_window():
    assert judged(SIX_PEOPLE[0]) == CourseOutcome(
        Category.RECOVERED, Category.RECOVERED, 8, started_clinical=True, ended_clinical=False
    )
    assert judged(SIX_PEOPLE[4]) == CourseOutcome(
        None, Category.RECOVERED, 2, started_clinical=True, ended_clinical=None
    )
    assert CourseOutcome(None, None, 1) == NO_DATA


def test_without_a_cutoff_nobody_is_known_to_be_clinical():
    from dashboard.clinical.outcomes.windows import choose_scores
    from tests.clinical.outcomes.practices import FIRST

    none = judge(choose_scores([], FIRST), SIX, None, Direction.WORSE, 3)
    assert none == CourseOutcome(None, None, 3)


def test_the_three_ways_of_counting():
    counts = count_outcomes(judged_all(SIX_PEOPLE))
    assert counts.started == 6
    assert counts.both_scores == Proportion(2, 4)
    assert counts.carried_forward == Proportion(3, 5)
    assert counts.everyone == Proportion(2, 6)
    assert counts.worse == Proportion(1, 4)
    assert counts.completeness == Proportion(4, 6)
    assert list(counts.categories.values()) == [1, 1, 1, 0, 1]


def test_the_rules_of_the_national_service():
    counts = count_by_nhs_rules(judged_all(SIX_PEOPLE))
    assert counts.finished == 4
    assert counts.improvement == Proportion(2, 4)
    assert counts.recovery == Proportion(1, 3)
    assert counts.reliable_recovery == Proportion(1, 3)
    assert counts.deterioration == Proportion(1, 4)


def test_recovery_without_reliable_change_is_recovery_and_not_reliable_recovery():
    counts = count_by_nhs_rules([judged(({0: 12, 40: 8}, 2))])
    assert (counts.recovery, counts.reliable_recovery) == (Proportion(1, 1), Proportion(0, 1))


def test_nobody_is_counted_without_a_share():
    counts = count_outcomes([])
    assert (counts.started, counts.everyone.share) == (0, None)


def naive_category(before, after):
    if abs(before - after) < 6:
        return "unchanged"
    if after < before:
        return "recovered" if before >= 10 > after else "improved"
    return "harmed" if after >= 10 > before else "deteriorated"


def naive_nhs(practice):
    """Of those with two sessions or more: how many, improved, clinical at first, and so on."""
    found = dict.fromkeys(("finished", "better", "worse", "clinical", "left", "recovered"), 0)
    for by_day, sessions in practice:
        found["finished"] += sessions >= 2
        first = [by_day[day] for day in sorted(by_day) if -14 <= day <= 7][:1]
        last = [by_day[day] for day in sorted(by_day) if 21 <= day <= 63][-1:]
        if sessions < 2 or not first:
            continue
        found["clinical"] += first[0] >= 10
        if last:
            found["better"] += first[0] - last[0] >= 6
            found["worse"] += last[0] - first[0] >= 6
            found["left"] += first[0] >= 10 > last[0]
            found["recovered"] += first[0] >= 10 > last[0] and first[0] - last[0] >= 6
    return found


def naive_counts(practice):
    """Everything once more, in loops and whole numbers."""
    tally = dict.fromkeys(("both", "better", "carried", "carried_better", "worse", *Category), 0)
    for by_day, _ in practice:
        baseline_days = [day for day in sorted(by_day) if -14 <= day <= 7]
        if not baseline_days:
            continue
        start, before = baseline_days[0], by_day[baseline_days[0]]
        outcome_days = [day for day in sorted(by_day) if 21 <= day <= 63]
        later_days = [day for day in sorted(by_day) if start < day <= 63]
        if outcome_days:
            tally["both"] += 1
            tally["better"] += before - by_day[outcome_days[-1]] >= 6
            tally["worse"] += by_day[outcome_days[-1]] - before >= 6
            tally[naive_category(before, by_day[outcome_days[-1]])] += 1
        if later_days:
            tally["carried"] += 1
            tally["carried_better"] += before - by_day[later_days[-1]] >= 6
    return tally


@settings(max_examples=200)
@given(practices)
def test_a_second_implementation_agrees(practice):
    assert_both_agree(practice)


def test_a_second_implementation_agrees_on_a_thousand_random_practices():
    draw = random.Random(8)
    days = [-15, -10, 0, 7, 8, 14, 21, 40, 63, 64]
    for _ in range(1000):
        practice = [
            (
                {day: draw.randint(0, 27) for day in draw.sample(days, draw.randint(0, 5))},
                draw.randint(1, 4),
            )
            for _ in range(draw.randint(0, 12))
        ]
        assert_both_agree(practice)


def assert_both_agree(practice):
    counts, naive = count_outcomes(judged_all(practice)), naive_counts(practice)
    assert counts.both_scores == Proportion(naive["better"], naive["both"])
    assert counts.carried_forward == Proportion(naive["carried_better"], naive["carried"])
    assert counts.everyone == Proportion(naive["better"], len(practice))
    assert counts.worse == Proportion(naive["worse"], naive["both"])
    assert counts.completeness == Proportion(naive["both"], len(practice))
    assert counts.categories == {category: naive[category] for category in Category}
    assert_nhs_agrees(practice)


def assert_nhs_agrees(practice):
    counts, naive = count_by_nhs_rules(judged_all(practice)), naive_nhs(practice)
    assert counts.improvement == Proportion(naive["better"], naive["finished"])
    assert counts.deterioration == Proportion(naive["worse"], naive["finished"])
    assert counts.recovery == Proportion(naive["left"], naive["clinical"])
    assert counts.reliable_recovery == Proportion(naive["recovered"], naive["clinical"])


@settings(max_examples=100)
@given(practices)
def test_a_person_without_data_never_raises_the_share_of_everyone(practice):
    outcomes = judged_all(practice)
    share = count_outcomes(outcomes).everyone.share or 0
    assert count_outcomes([*outcomes, NO_DATA]).everyone.share <= share


@settings(max_examples=100)
@given(practices)
def test_a_person_without_data_leaves_those_with_both_scores_as_they_were(practice):
    outcomes = judged_all(practice)
    assert count_outcomes([*outcomes, NO_DATA]).both_scores == count_outcomes(outcomes).both_scores


@settings(max_examples=100)
@given(practices.flatmap(lambda people: st.tuples(st.just(people), st.permutations(people))))
def test_the_order_of_people_does_not_matter(both):
    outcomes, shuffled = (judged_all(practice) for practice in both)
    assert count_outcomes(outcomes) == count_outcomes(shuffled)
    assert count_by_nhs_rules(outcomes) == count_by_nhs_rules(shuffled)


@settings(max_examples=100)
@given(practices)
def test_every_known_person_is_in_exactly_one_category(practice):
    counts = count_outcomes(judged_all(practice))
    assert sum(counts.categories.values()) == counts.completeness.numerator
