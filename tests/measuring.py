"""Counts the lines and branches that tests go through in the rooms that must be covered whole.

`scripts/test` loads this as a plugin (`-p tests.measuring`) and asks `tests.covered` at the end.
SlipCover writes its marks into the code as it is imported and takes them out again once they were
met: Python's own tracing, which others count by, makes every test nearly twice as slow.
"""

import json
import os
from pathlib import Path

import slipcover

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".counted"


class CoveredWhole:
    """Says of a file whether each of its lines and branches must be gone through."""

    def matches(self, filename: str | Path | None) -> bool:
        path = Path(filename or "")
        if not path.is_relative_to(ROOT / "dashboard") or path.suffix != ".py":
            return False
        room, *inner = path.relative_to(ROOT / "dashboard").with_suffix("").parts
        return room in {"clinical", "caseload", "records"} or "actions" in inner


def counting() -> slipcover.Slipcover:
    """Begin to count whatever is imported from now on."""
    count = slipcover.Slipcover(branch=True)
    slipcover.ImportManager(count, CoveredWhole()).__enter__()
    return count


# The process that hands out the tests runs none.
worker = os.environ.get("PYTEST_XDIST_WORKER")
count = counting() if worker else None


def pytest_sessionfinish() -> None:
    if count:
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / f"{worker}.json").write_text(json.dumps(count.get_coverage()), encoding="utf-8")
