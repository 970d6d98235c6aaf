"""The real scores of 43 people: a practice for them, and a second count straight from the file."""

import csv
import math
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import mean

from sqlalchemy import select

from dashboard.clinical.words import Mark
from dashboard.extensions import db
from dashboard.models.accounts import User
from dashboard.models.groups import GroupType
from dashboard.models.measures import Measure
from dashboard.records.measures import define_measure
from tests.factories import LONG_AGO, make_enrollment, make_group, make_participant, mark

STARTS = date(2026, 1, 6)
AFTERWARDS = datetime(2026, 6, 1, 12, tzinfo=UTC)
SD, RELIABILITY = 6.396073, 0.931
FUNCTIONAL_MEAN, FUNCTIONAL_SD = 7.69, 7.52

Rows = list[dict[str, str]]


def file_rows(path: Path) -> Rows:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def code_of(row: dict[str, str]) -> str:
    return row["id"].removesuffix(".0")


def definition(rows: Rows) -> dict[str, object]:
    """The measure as the practice defines it; the clinical mean is that of the file."""
    return {
        "key": "bdi",
        "name": "Weekly mood",
        "short_name": "BDI",
        "version": "1",
        "higher_is": "worse",
        "score": {"kind": "sum"},
        "minimum": 0,
        "maximum": 63,
        "psychometrics": {
            "sd": SD,
            "reliability": RELIABILITY,
            "functional_mean": FUNCTIONAL_MEAN,
            "functional_sd": FUNCTIONAL_SD,
            "clinical_mean": before_mean(rows),
        },
    }


def before_mean(rows: Rows) -> float:
    return mean(float(row["bdi_s0"]) for row in rows if row["bdi_s0"])


def make_practice(ana: User, rows: Rows) -> list[int]:
    """Six groups of seven or eight people who came to everything; return the groups' ids."""
    made = [
        make_group(ana, name=f"Evening {place}", starts_on=STARTS, weeks=12) for place in range(6)
    ]
    define_measure(definition(rows), by=None, at=LONG_AGO)
    kind = db.session.scalars(select(GroupType).where(GroupType.key == "depression")).one()
    kind.primary_measure_id = db.session.scalars(
        select(Measure.id).where(Measure.key == "bdi")
    ).one()
    for place, row in enumerate(rows):
        of = made[place % 6]
        person = make_participant()
        person.code = code_of(row)
        stay = make_enrollment(of.group, person, joined_on=STARTS)
        for meeting in of.sessions:
            mark(stay, meeting, Mark.PRESENT)
    return [each.group.id for each in made]


def scores_in(rows: Rows) -> dict[tuple[str, date], float]:
    """Every score of the file, by person and by the date of its week; s0 is a week before."""
    return {
        (code_of(row), STARTS + timedelta(weeks=week - 1)): float(text)
        for row in rows
        for week in range(13)
        if (text := row[f"bdi_s{week}"])
    }


def counted_again(rows: Rows) -> dict[str, int]:
    """The categories, written out once more from the formulas and the file alone."""
    needed = 1.959964 * math.sqrt(2) * SD * math.sqrt(1 - RELIABILITY)
    middle = (SD * FUNCTIONAL_MEAN + FUNCTIONAL_SD * before_mean(rows)) / (SD + FUNCTIONAL_SD)
    found = dict.fromkeys(
        ["recovered", "improved", "unchanged", "deteriorated", "harmed", "unknown"], 0
    )
    for row in rows:
        first = [row[f"bdi_s{week}"] for week in (0, 1, 2) if row[f"bdi_s{week}"]]
        last = [row[f"bdi_s{week}"] for week in range(10, 3, -1) if row[f"bdi_s{week}"]]
        if not first or not last:
            found["unknown"] += 1
            continue
        before, after = float(first[0]), float(last[0])
        if before - after > needed:
            found["recovered" if before >= middle > after else "improved"] += 1
        elif after - before > needed:
            found["harmed" if after >= middle > before else "deteriorated"] += 1
        else:
            found["unchanged"] += 1
    return found
