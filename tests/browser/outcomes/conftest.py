"""The clinical lead's browser, signed in once for all the figures of these pages."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.outcomes.naive import Stay, stays_that_started
from tests.browser.outcomes.naive_change import Rule, rules
from tests.browser.people import come_as
from tests.browser.server import Server
from tests.browser.watching import watched


@pytest.fixture(scope="package")
def lena(chromium: Browser, server: Server) -> Iterator[Page]:
    """These tests read and change nothing, so that they may share a profile."""
    with watched(chromium, server.address) as profile:
        yield come_as(profile.new_page(), server, "lena", "/outcomes/")


@pytest.fixture
def stays(server: Server) -> list[Stay]:
    """Every stay that started, as the database has it."""
    return stays_that_started(server.instance)


@pytest.fixture
def by_key(server: Server) -> dict[str, Rule]:
    """What each measure calls a reliable change, as the database has it."""
    return rules(server.instance)
