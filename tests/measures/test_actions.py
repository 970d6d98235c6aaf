"""Who may define a measure of the practice's own."""

import pytest

from dashboard.errors import NotOnCaseload
from dashboard.measures.actions import define_own
from tests.cast import viewer_of


def test_a_therapist_defines_nothing(app, database, cast):
    with pytest.raises(NotOnCaseload):
        define_own(viewer_of(cast.ana), {"key": "own"})
