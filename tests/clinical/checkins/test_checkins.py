"""When check-ins are open, what they ask in which week, and what is answered."""

from datetime import UTC, datetime, timedelta

import pytest

from dashboard.clinical.checkins.questions import answers_of, is_complete, questions_of
from dashboard.clinical.checkins.rhythm import default_rhythm, measures_due
from dashboard.clinical.checkins.timing import closes_at, is_open, opens_at, reminder_is_due
from dashboard.clinical.measures import library_measure

STARTS = datetime(2026, 11, 24, 23, tzinfo=UTC)
ENDS = STARTS + timedelta(minutes=90)
TICK = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (STARTS - timedelta(hours=24) - TICK, False),
        (STARTS - timedelta(hours=24), True),
        (ENDS + timedelta(hours=24) - TICK, True),
        (ENDS + timedelta(hours=24), False),
    ],
)
def test_open_from_a_day_before_to_a_day_after(at, expected):
    assert is_open(STARTS, ENDS, at) is expected
    assert (opens_at(STARTS), closes_at(ENDS)) == (
        datetime(2026, 11, 23, 23, tzinfo=UTC),
        datetime(2026, 11, 26, 0, 30, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("before", "due"),
    [
        (timedelta(hours=2) + TICK, False),
        (timedelta(hours=2), True),
        (TICK, True),
        (timedelta(0), False),
    ],
)
def test_the_reminder_is_due_in_the_two_hours_before(before, due):
    assert reminder_is_due(STARTS, STARTS - before) is due


@pytest.mark.parametrize(("minutes", "due"), [(119, False), (120, True), (121, True)])
def test_a_reminder_does_not_follow_on_the_heels_of_an_invitation(minutes, due):
    at = STARTS - timedelta(minutes=5)
    assert reminder_is_due(STARTS, at, at - timedelta(minutes=minutes)) is due


EVERYTHING = ["bsl23", "phq9", "ders16", "dbt_wccl", "global_change", "weekly_ratings", "peg"]


@pytest.mark.parametrize(
    ("kind", "primary", "week", "due"),
    [
        ("dbt_skills", "bsl23", 1, ["bsl23", "phq9", "ders16", "dbt_wccl", "weekly_ratings"]),
        ("dbt_skills", "bsl23", 2, ["bsl23", "phq9", "weekly_ratings"]),
        (
            "dbt_skills",
            "bsl23",
            4,
            ["bsl23", "phq9", "ders16", "dbt_wccl", "global_change", "weekly_ratings"],
        ),
        ("depression", "phq9", 8, ["phq9", "global_change", "weekly_ratings"]),
        ("depression", "peg", 3, ["peg", "phq9", "weekly_ratings"]),
        ("gardening", "peg", 3, ["peg", "phq9", "weekly_ratings"]),
    ],
)
def test_each_kind_is_asked_its_measures_in_their_weeks(kind, primary, week, due):
    assert measures_due(default_rhythm(kind, primary), week, EVERYTHING) == due


def test_what_has_no_wording_is_not_due():
    assert measures_due(default_rhythm("anger", "dar5"), 4, ["global_change"]) == ["global_change"]


def test_questions_count_through_all_measures_and_leave_out_what_has_no_wording():
    asked = questions_of(
        [library_measure(key) for key in ("phq9", "weekly_ratings", "global_change")]
    )
    assert [each.number for each in asked] == [1, 2, 3, 4, 5, 6, 7]
    assert asked[0].place == ("weekly_ratings", "pain")
    assert asked[0].choices[0] == (0, "No pain")
    assert asked[0].choices[5] == (5, "")
    assert asked[6].choices[0] == (1, "Very much worse")


def test_a_measure_is_complete_with_its_last_answer():
    rating = library_measure("global_change")
    assert not is_complete(rating, {})
    assert is_complete(rating, {("global_change", "1"): 7})
    assert answers_of(rating, {("phq9", "1"): 2}) == {"1": None}
