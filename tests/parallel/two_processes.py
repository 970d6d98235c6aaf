"""Two real processes that begin an act at the same instant, each as a server of its own would."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any

from dashboard import create_app
from dashboard.extensions import db
from tests.processes import loaded

SECONDS = 300  # a machine that is busy with other tests is slow, not wrong
_start: Any = None


class TwoProcesses:
    """Kept for all tests of one test process."""

    def __init__(self) -> None:
        self.pool = ProcessPoolExecutor(2, loaded, _remember, (loaded.Barrier(2),))

    def at_once(
        self,
        settings: Mapping[str, str],
        act: Callable[..., Any],
        first: Sequence[Any],
        second: Sequence[Any],
    ) -> list[Any]:
        """Run the act with each of the two lists of arguments and return what came of them."""
        running = [self.pool.submit(_run, settings, act, said) for said in (first, second)]
        return [one.result(SECONDS) for one in running]


def _remember(start: Any) -> None:
    global _start
    _start = start


def _run(settings: Mapping[str, str], act: Callable[..., Any], arguments: Sequence[Any]) -> Any:
    app = create_app(settings)
    with app.app_context():
        _start.wait(SECONDS)
        try:
            return act(*arguments)
        finally:
            db.session.remove()
            db.engine.dispose()
