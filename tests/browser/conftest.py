"""The browser tests' machinery: one server and one Chromium a process, a fresh profile a test."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from dashboard import create_app
from tests.browser.profiles import fresh_profile
from tests.browser.server import Server, run_command, serving
from tests.browser.small_practice import Practice, QuietServer, ask_in_our_words, write_practice
from tests.browser.watching import Watch
from tests.made_once import made_once

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
# A machine that is busy with other tests is slow, not wrong.
expect.set_options(timeout=20_000)
# No sandbox: it needs rights that containers lack. The rest keeps the browser itself quiet.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser, and comes first.

    So of two processes one has all of it, with one browser and one set of servers, while the other
    takes what needs none; tests that wait for a page leave the processor to that one.
    """
    folder = Path(__file__).parent
    for item in items:
        if folder in item.path.parents:
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium or Chrome; without one, `-m "not browser"` leaves these out."""
    named = os.environ.get("GROUPWORK_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, NAMES)), None)
    assert found is not None, "no Chromium or Chrome on this machine: set GROUPWORK_CHROMIUM"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def empty_instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `flask set-up` makes, to be copied."""
    return made_once(
        tmp_path_factory, "empty_instance", lambda folder: run_command(folder, "set-up")
    )


@pytest.fixture(scope="session")
def quiet_server(
    empty_instance: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[QuietServer]:
    """A server with small practices of one group each, one for each test."""
    instance = tmp_path_factory.mktemp("quiet_instance")
    shutil.copytree(empty_instance, instance, dirs_exist_ok=True)
    app = create_app({"GROUPWORK_INSTANCE": str(instance)})
    with serving(instance) as running:
        quiet = QuietServer(running, app)
        ask_in_our_words(quiet)
        yield quiet


@pytest.fixture
def practice(quiet_server: QuietServer) -> Iterator[Practice]:
    """One group of its own, on a server which a test may kill."""
    yield write_practice(quiet_server)
    quiet_server.server.start_again()


@pytest.fixture(scope="session")
def server(empty_instance: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The demo practice, one for each test process; a test keeps to people of its own."""

    def make(folder: Path) -> None:
        shutil.copytree(empty_instance, folder, dirs_exist_ok=True)
        run_command(folder, "demo")

    instance = tmp_path_factory.mktemp("instance")
    shutil.copytree(made_once(tmp_path_factory, "demo", make), instance, dirs_exist_ok=True)
    with serving(instance) as running:
        yield running


@pytest.fixture
def watch(server: Server) -> Iterator[Watch]:
    """What pages complain about; anything that a test did not expect fails it at the end."""
    watch = Watch(server.address)
    yield watch
    assert (watch.unexpected(), watch.unheard()) == ([], [])


@pytest.fixture
def profile(chromium: Browser, server: Server, watch: Watch) -> Iterator[BrowserContext]:
    """A fresh browser profile, as on another person's machine."""
    context = fresh_profile(chromium, base_url=server.address)
    watch.attach(context)
    yield context
    context.close()


@pytest.fixture
def page(profile: BrowserContext) -> Page:
    """An empty page in a fresh profile."""
    return profile.new_page()
