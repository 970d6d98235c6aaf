"""The places on every page, by role, and only those that there are."""

from flask import g

from dashboard.web.navigation import _context
from tests.cast import viewer_of


def labels(app, user=None) -> list[str]:
    with app.test_request_context("/account"):
        if user is not None:
            g.viewer = viewer_of(user)
        return [item.label for item in _context()["navigation"]]


def test_a_clinical_lead_goes_everywhere_and_a_therapist_not_to_the_practice(app, cast):
    everywhere = ["Today", "Groups", "Participants", "Outcomes", "Exports", "Practice"]
    assert labels(app, cast.lena) == everywhere
    assert labels(app, cast.ana) == everywhere[:-1]


def test_an_administrator_sees_no_outcomes(app, cast):
    assert "Outcomes" not in labels(app, cast.max)


def test_a_stranger_sees_no_places(app):
    assert labels(app) == []
