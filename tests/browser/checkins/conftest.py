"""A phone and a therapist's desk before a practice of one group."""

import pytest

from tests.browser.profiles import fresh_profile

BIRTHDAY = ("17", "May")


@pytest.fixture
def therapist(chromium):
    context = fresh_profile(chromium)
    yield context
    context.close()


@pytest.fixture
def phone(chromium):
    context = fresh_profile(chromium, viewport={"width": 360, "height": 740}, has_touch=True)
    yield context
    context.close()
