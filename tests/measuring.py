"""Which tests pay for being measured: counting the lines that run makes Python a third slower."""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from coverage import Coverage

# What must be covered whole has its own tests. These go through all of it from outside, look at
# what is no Python, or try the same lines with ever other input: they would only count them again.
NOT_MEASURED = (
    *(
        "architecture/",
        "browser/",
        "demo/",
        "parallel/",
        "scripts/",
        "static/",
        "templates/",
        "web/",
    ),
    *("charts/", "exports/", "figures/", "overview/", "outcomes/test_pages", "outcomes/test_same_"),
    *(
        "clinical/outcomes/test_counting",
        "imports/test_real_scores",
        "sessions/test_no_order_loses",
    ),
    *("sessions/test_two_writers", "test_commands"),
)
_TESTS = Path(__file__).parent


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Hold the count while a test runs that is not measured."""
    where = item.path.relative_to(_TESTS).as_posix()
    held = list(held_counts()) if where.startswith(NOT_MEASURED) else []
    try:
        return (yield)
    finally:
        for count in reversed(held):
            count.start()


def held_counts() -> Iterator[Coverage]:
    """Stop every count under way: where tests run in several processes, there is one in another."""
    while count := Coverage.current():
        count.stop()
        yield count
