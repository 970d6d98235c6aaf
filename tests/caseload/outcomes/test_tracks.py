"""Tracks: red, amber, on track, and grey where there are fewer than two scores."""

import pytest

from dashboard.caseload.outcomes import Standing, standings_by_enrollment
from dashboard.clinical.words import Track
from tests.caseload.outcomes.stories import comes_and_scores
from tests.factories import make_group


@pytest.mark.parametrize(
    ("by_day", "expected"),
    [
        ({0: 10, 14: 15}, Track.AMBER),
        ({0: 10, 14: 16}, Track.RED),
        ({0: 15, 14: 9}, Track.ON_TRACK),
        ({0: 15}, Track.GREY),
        ({14: 15}, Track.GREY),
        ({}, Track.GREY),
    ],
)
def test_the_track_of_one_person(ana, seen_by, by_day, expected):
    made = make_group(ana, people=1)
    comes_and_scores(made, made.enrollments[0], by_day)
    found = standings_by_enrollment(seen_by(ana), [made.group.id])
    assert found[made.enrollments[0].id].track == expected


def test_who_has_not_started_is_grey(ana, seen_by):
    made = make_group(ana, people=1)
    found = standings_by_enrollment(seen_by(ana), [made.group.id])
    assert found == {made.enrollments[0].id: Standing(Track.GREY)}


def test_where_somebody_stands_has_their_own_week_and_first_score(ana, seen_by):
    made = make_group(ana, people=1)
    comes_and_scores(made, made.enrollments[0], {0: 10, 14: 15})
    found = standings_by_enrollment(seen_by(ana), [made.group.id])[made.enrollments[0].id]
    assert found.baseline is not None
    assert (found.baseline.value, found.week) == (10, 12)


def test_a_stranger_gets_no_tracks(ana, cleo, seen_by):
    made = make_group(ana, people=1)
    assert standings_by_enrollment(seen_by(cleo), [made.group.id]) == {}
