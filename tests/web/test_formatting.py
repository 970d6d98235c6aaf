"""How long something has waited, in words."""

from datetime import timedelta

import pytest

from dashboard.web.formatting import how_long


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (timedelta(seconds=-5), "under a minute"),
        (timedelta(seconds=59), "under a minute"),
        (timedelta(minutes=1), "a minute"),
        (timedelta(minutes=59), "59 minutes"),
        (timedelta(hours=1), "an hour"),
        (timedelta(hours=23, minutes=59), "23 hours"),
        (timedelta(days=1), "a day"),
        (timedelta(days=2, hours=5), "2 days"),
    ],
)
def test_how_long_it_has_waited(age, words):
    assert how_long(age) == words
