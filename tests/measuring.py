"""Which tests pay for being measured: counting lines makes Python nearly twice as slow."""

import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import _lru_cache_wrapper, cache
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage

# What must be covered whole has its own tests. These go through all of it from outside, or look at
# what is no Python: they would only count again what those have counted.
ROOMS = "architecture browser demo parallel scripts static templates web"
NOT_MEASURED = tuple(f"{room}/" for room in ROOMS.split())
MEASURED = ("dashboard.clinical", "dashboard.caseload", "dashboard.records")
_TESTS = Path(__file__).parent


_uncounted: list[str] = []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Hold the count while a test runs that is not measured."""
    where = item.path.relative_to(_TESTS).as_posix()
    if where.startswith(NOT_MEASURED):
        _uncounted.append(where)
        with held():
            return (yield)
    if _uncounted:
        forget()
        _uncounted.clear()
    return (yield)


@contextmanager
def held() -> Iterator[None]:
    """Hold every count under way: where tests run in several processes, there is one in another."""
    counts = []
    while count := Coverage.current():
        count.stop()
        counts.append(count)
    try:
        yield
    finally:
        for count in reversed(counts):
            count.start()


def forget() -> None:
    """What was worked out and kept while nobody counted is worked out again where it counts."""
    for remembering in caches():
        remembering.cache_clear()


@cache
def caches() -> list[Any]:
    """Everything in the measured rooms that keeps what it has worked out once."""
    ours = [vars(module) for name, module in sys.modules.items() if name.startswith(MEASURED)]
    found = [value for names in ours for value in names.values()]
    return [value for value in found if isinstance(value, _lru_cache_wrapper)]
