"""How far a piece of work is, kept now and then while it goes on."""

from time import time

from dashboard.long_work.kept import Work, save_work

# So often, in seconds, the state is written at most.
PACE = 0.3


class Told:
    """Keeps how far the work is, now and then."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def __call__(self, what: str, done: int, total: int) -> None:
        now = time()
        if what == self.work.what and now - self.work.seen_at < PACE:
            return
        self.work.what, self.work.done, self.work.total = what, done, total
        self.work.seen_at = now
        save_work(self.work)
