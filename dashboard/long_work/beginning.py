"""Work begins in a thread of its own, so that its page can be left and come back to."""

from collections.abc import Callable
from threading import Thread
from time import time

from flask import Flask, current_app

from dashboard.long_work.kept import RUNNING, Work, save_work


def begin(work: Work, what: str, carry_out: Callable[..., None], *told: object) -> None:
    """Call `carry_out(work, *told)` in a thread that has this app; `what` is its first step."""
    work.state, work.what, work.seen_at = RUNNING, what, time()
    work.done = work.total = 0
    save_work(work)
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    name = f"work-{work.token}"
    Thread(target=_in_app, args=(app, carry_out, work, *told), name=name, daemon=True).start()


def _in_app(app: Flask, carry_out: Callable[..., None], *told: object) -> None:
    with app.app_context():
        carry_out(*told)
