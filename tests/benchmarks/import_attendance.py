"""How fast attendance comes in: python tests/benchmarks/import_attendance.py [rows].

Makes a file of that many rows, imports it into an empty practice of its own, and prints rows a
second, then the same for the second time, when nothing is new.
"""

import csv
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from dashboard import create_app
from dashboard.models.types.keys import new_secrets

PLACE = ("session_date", "group", "cycle", "week")
WHO = ("participant_id", "given_name", "family_name", "mark", "minutes_attended", "enrolled_on")
WHEN = ("starts_at", "ends_at", "group_type", "time_zone")
PEOPLE, WEEKS = 10, 80
MARKS = (("present", 90), ("late", 75), ("excused", ""), ("no_show", ""), ("", ""))


def rows() -> Iterator[list[object]]:
    """Yield rows without end: group after group, eighty weeks each."""
    first = date(2024, 1, 2)
    group = 0
    while True:
        group += 1
        for week in range(WEEKS):
            on = first + timedelta(weeks=week)
            times = f"{on}T17:00:00Z", f"{on}T18:30:00Z"
            place = [on, f"Group {group}", 1 + week // 8, 1 + week % 8]
            for person in range(PEOPLE):
                who = [f"G{group}-{person}", f"Given {person}", f"Family {group}"]
                mark = MARKS[(week * 7 + person) % len(MARKS)]
                yield [*place, *who, *mark, first, *times, "depression", "America/New_York"]


def write_file(path: Path, number: int) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow([*PLACE, *WHO, *WHEN])
        writer.writerows(islice(rows(), number))


def main(number: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "attendance.csv"
        write_file(file, number)
        keys = {f"GROUPWORK_{name}": value for name, value in new_secrets().items()}
        app = create_app({**keys, "GROUPWORK_INSTANCE": folder})
        run = app.test_cli_runner().invoke
        who = ["--email", "max@example.org", "--name", "Max", "--password", "a long pass phrase"]
        run(args=["init", *who], catch_exceptions=False)
        for which in ("first", "second"):
            began = time.perf_counter()
            told = run(args=["import", "attendance", str(file), "--yes"], catch_exceptions=False)
            took = time.perf_counter() - began
            print(told.output.splitlines()[-1])  # noqa: T201
            print(f"{which} time: {number / took:,.0f} rows a second, {took:.1f} s")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
