"""The places on every page, by role, and only those that there are."""

import pytest
from flask import g

from dashboard.web.navigation import PLACES, _context
from tests.cast import viewer_of


@pytest.fixture
def app(app_of_its_own):
    return app_of_its_own


@pytest.fixture
def all_places(app):
    for place in PLACES:
        if place.endpoint not in app.view_functions:
            app.add_url_rule(f"/try/{place.label}", place.endpoint, lambda: "")
    return app


def labels(app, user=None) -> list[str]:
    with app.test_request_context("/account"):
        if user is not None:
            g.viewer = viewer_of(user)
        return [item.label for item in _context()["navigation"]]


def test_a_clinical_lead_goes_everywhere_and_a_therapist_not_to_the_practice(all_places, cast):
    everywhere = ["Today", "Groups", "Participants", "Outcomes", "Exports", "Practice"]
    assert labels(all_places, cast.lena) == everywhere
    assert labels(all_places, cast.ana) == everywhere[:-1]


def test_an_administrator_sees_no_outcomes(all_places, cast):
    assert "Outcomes" not in labels(all_places, cast.max)


def test_a_stranger_sees_no_places(all_places):
    assert labels(all_places) == []
