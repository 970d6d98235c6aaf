"""A phone and a therapist's desk before a practice of one group."""

import pytest

BIRTHDAY = ("17", "May")


@pytest.fixture
def therapist(chromium):
    context = chromium.new_context()
    context.set_default_timeout(30_000)
    yield context
    context.close()


@pytest.fixture
def phone(chromium):
    context = chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    context.set_default_timeout(30_000)
    yield context
    context.close()
