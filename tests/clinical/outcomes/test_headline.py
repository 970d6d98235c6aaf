from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clinical.outcomes.counting import CourseOutcome
from dashboard.clinical.outcomes.headline import (
    RULES_VERSION,
    Headline,
    HeadlineForm,
    Period,
    Refusal,
    RefusalReason,
    participant_reported_headline,
    refusals_for,
    reliable_headline,
)
from dashboard.clinical.outcomes.intervals import Proportion
from dashboard.clinical.words import Category

SPRING = Period(date(2026, 3, 1), date(2026, 6, 30))


def outcomes(recovered=0, unchanged=0, harmed=0, missing=0):
    categories = [Category.RECOVERED] * recovered + [Category.UNCHANGED] * unchanged
    categories += [Category.HARMED] * harmed
    known = [CourseOutcome(category, category, 8) for category in categories]
    return known + [CourseOutcome(None, None, 1)] * missing


def test_the_reliable_headline_carries_everything_that_belongs_to_it():
    assert reliable_headline(outcomes(84, 30, 6, 18), SPRING) == Headline(
        form=HeadlineForm.RELIABLE,
        period=SPRING,
        improved=Proportion(84, 120),
        everyone=Proportion(84, 138),
        worse=Proportion(6, 120),
        completeness=Proportion(120, 138),
        refusals=(),
        rules_version=RULES_VERSION,
    )


def test_the_participant_reported_headline_counts_much_and_very_much_improved():
    ratings = [1, 2, 3, 4, 5, 6, 7] * 5 + [None] * 5
    headline = participant_reported_headline(ratings, SPRING)
    assert headline.form is HeadlineForm.PARTICIPANT_REPORTED
    assert headline.improved == Proportion(10, 35)
    assert headline.everyone == Proportion(10, 40)
    assert headline.worse == Proportion(15, 35)
    assert (headline.missing, headline.is_stated) == (5, True)


@pytest.mark.parametrize("rating", [0, 8])
def test_a_rating_outside_the_scale_is_refused(rating):
    with pytest.raises(ValueError, match="1 to 7"):
        participant_reported_headline([rating], SPRING)


@pytest.mark.parametrize(("known", "people_needed"), [(0, 20), (18, 2), (19, 1)])
def test_under_twenty_people_it_is_refused(known, people_needed):
    expected = (Refusal(RefusalReason.TOO_FEW_PEOPLE, people_needed),)
    assert refusals_for(Proportion(known, known)) == expected


@pytest.mark.parametrize("known", [20, 21])
def test_from_twenty_people_it_is_stated(known):
    assert refusals_for(Proportion(known, known)) == ()


@pytest.mark.parametrize(
    ("known", "started", "refusals"),
    [
        (59, 100, (Refusal(RefusalReason.TOO_LITTLE_DATA, 1),)),
        (60, 100, ()),
        (61, 100, ()),
        (30, 51, (Refusal(RefusalReason.TOO_LITTLE_DATA, 1),)),
    ],
)
def test_under_sixty_percent_data_it_is_refused(known, started, refusals):
    assert refusals_for(Proportion(known, started)) == refusals


def test_both_reasons_can_stand():
    headline = reliable_headline(outcomes(5, 5, 0, 30), SPRING)
    assert headline.is_stated is False
    assert headline.refusals == (
        Refusal(RefusalReason.TOO_FEW_PEOPLE, 10),
        Refusal(RefusalReason.TOO_LITTLE_DATA, 14),
    )


@settings(max_examples=100)
@given(st.integers(0, 60), st.integers(0, 60))
def test_what_is_said_to_be_needed_is_enough_and_not_too_much(known, missing):
    started = known + missing
    refusals = refusals_for(Proportion(known, started))
    needed = max((refusal.people_needed for refusal in refusals), default=0)
    total = max(started, known + needed)
    assert refusals_for(Proportion(known + needed, total)) == ()
    assert needed == 0 or refusals_for(Proportion(known + needed - 1, total)) != ()
