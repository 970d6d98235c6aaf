"""Which tests pay for being measured: counting the lines that run makes Python a third slower."""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from coverage import Coverage

# What must be covered whole has its own tests. These go through all of it from outside, or look
# at what is no Python, and would only count again what those have counted.
NOT_MEASURED = {
    *("architecture", "browser", "demo", "models", "parallel", "scripts", "static"),
    *("templates", "web"),
}
_TESTS = Path(__file__).parent


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Hold the count while a test runs that is not measured."""
    room = item.path.relative_to(_TESTS).parts[0]
    held = list(held_counts()) if room in NOT_MEASURED else []
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
