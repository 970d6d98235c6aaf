"""How fast scores come in: python tests/benchmarks/import_scores.py [rows].

Makes a practice of its own with as many people as that takes and a file of that many scores in two
measures, one in a hundred with a risk answer, imports it, and prints rows a second; then the same
for the second time, when nothing is new, and for a file in which every tenth score is corrected.
"""

import csv
import random
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from flask import Flask

from dashboard import create_app
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.participants import Participant
from dashboard.models.types.keys import new_secrets

WEEKS, FIRST = 50, date(2024, 1, 2)
ITEMS = [f"item_{number}" for number in range(1, 10)]


def write_file(path: Path, number: int, *, corrected: bool = False) -> None:
    """Write weekly scores: PHQ-9 by its answers, GAD-7 as a total."""
    chance = random.Random(7)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["participant", "date", "measure", "score", *ITEMS])
        for row in range(number):
            person, week = divmod(row // 2, WEEKS)
            who = [f"B-{person}", FIRST + timedelta(weeks=week)]
            if row % 2:
                total = chance.randint(0, 20) + (corrected and row % 20 == 1)
                writer.writerow([*who, "gad7", total, *[""] * 9])
            else:
                answers = [chance.randint(0, 3) for _ in ITEMS[1:]]
                writer.writerow([*who, "phq9", "", *answers, int(chance.random() < 0.02)])


def make_people(app: Flask, number: int) -> None:
    at = datetime(2024, 1, 1, tzinfo=UTC)
    with app.app_context(), writing():
        for each in range(number // 2 // WEEKS + 1):
            names = {"given_name": f"Given {each}", "family_name": f"Family {each}"}
            db.session.add(Participant(code=f"B-{each}", created_at=at, **names))
        db.session.commit()


def main(number: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        keys = {f"GROUPWORK_{name}": value for name, value in new_secrets().items()}
        app = create_app({**keys, "GROUPWORK_INSTANCE": folder})
        run = app.test_cli_runner().invoke
        who = ["--email", "max@example.org", "--name", "Max", "--password", "a long pass phrase"]
        run(args=["init", *who], catch_exceptions=False)
        make_people(app, number)
        file = Path(folder) / "scores.csv"
        for which in ("first", "second", "corrected"):
            write_file(file, number, corrected=which == "corrected")
            began, worked = time.perf_counter(), time.process_time()
            told = run(args=["assessments", "import", str(file)], catch_exceptions=False)
            took, worked = time.perf_counter() - began, time.process_time() - worked
            print(told.output.splitlines()[-2])  # noqa: T201
            pace = f"{number / took:,.0f} rows a second, {took:.1f} s, {worked:.1f} s of them work"
            print(f"{which} time: {pace}")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
