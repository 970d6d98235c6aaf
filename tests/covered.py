"""The coverage gate: python -m tests.covered, after scripts/test has counted."""

import json
import sys
from functools import reduce
from typing import Any

from slipcover import merge_coverage

from tests.measuring import FOLDER, ROOT, CoveredWhole

Coverage = dict[str, Any]


def counted() -> Coverage:
    """What all test processes together went through."""
    return reduce(merge_coverage, (json.loads(path.read_text()) for path in FOLDER.glob("*.json")))


def files_to_cover() -> list[str]:
    """Return the name of each file that must be covered whole."""
    found = filter(CoveredWhole().matches, (ROOT / "dashboard").rglob("*.py"))
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


def not_covered(coverage: Coverage) -> list[str]:
    """A line for each file that some test should have gone through whole, and none did."""
    files = coverage["files"]
    return [*filter(None, (missing(name, files.get(name)) for name in files_to_cover()))]


def missing(name: str, file: Coverage | None) -> str:
    """Return which lines and branches of a file were not met; nothing if all were."""
    if file is None:
        return f"{name}: not imported by any test"
    lines = [str(line) for line in file["missing_lines"]]
    branches = [f"{start}->{end or 'exit'}" for start, end in file["missing_branches"]]
    return f"{name}: {', '.join(lines + branches)}" if lines or branches else ""


def main() -> None:
    """Say that all is covered; end the process with what is not."""
    if not FOLDER.exists():
        sys.exit("Nothing was counted: run scripts/test.")
    coverage = counted()
    if left := not_covered(coverage):
        sys.exit("\n  ".join(["Not covered:", *left]))
    total = coverage["summary"]
    lines, branches = total["covered_lines"], total["covered_branches"]
    files = len(coverage["files"])
    sys.stdout.write(f"Covered whole: {files} files, {lines} lines, {branches} branches.\n")


if __name__ == "__main__":
    main()
