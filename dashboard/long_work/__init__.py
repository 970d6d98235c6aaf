"""Work that goes on after its page was left.

Two kinds: files on their way in, and files that are made to leave. What is kept of one goes after a
day, when the next piece of its kind begins.
"""

from dashboard.long_work.beginning import begin
from dashboard.long_work.kept import (
    DONE,
    FAILED,
    RUNNING,
    WAITING,
    Work,
    find_work,
    finish,
    new_token,
    save_work,
    works_of,
)
from dashboard.long_work.telling import Told

__all__ = [
    "DONE",
    "FAILED",
    "RUNNING",
    "WAITING",
    "Told",
    "Work",
    "begin",
    "find_work",
    "finish",
    "new_token",
    "save_work",
    "works_of",
]
