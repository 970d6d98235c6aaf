"""The measures of the practice, each by its newest definition."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from dashboard.caseload.viewer import Viewer
from dashboard.clinical.measures import MeasureDefinition, parse_definition
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.measures import Measure, MeasureVersion


@dataclass(frozen=True)
class MeasureInUse:
    """A measure with the version that scores what comes in now."""

    version: MeasureVersion
    definition: MeasureDefinition


def measures_by_name(viewer: Viewer) -> list[MeasureInUse]:
    """Return every measure by its newest version, by short name; everyone may read them."""
    newest = (
        select(MeasureVersion.measure_id, func.max(MeasureVersion.number).label("number"))
        .group_by(MeasureVersion.measure_id)
        .subquery()
    )
    rows = db.session.scalars(
        select(MeasureVersion)
        .options(joinedload(MeasureVersion.measure))
        .join(
            newest,
            (newest.c.measure_id == MeasureVersion.measure_id)
            & (newest.c.number == MeasureVersion.number),
        )
    )
    found = [MeasureInUse(row, parse_definition(row.definition)) for row in rows]
    return sorted(found, key=lambda measure: measure.definition.short_name.casefold())


def versions_of(viewer: Viewer, measure: MeasureInUse) -> Sequence[MeasureVersion]:
    """Return every version of a measure, the newest first; everyone may read them."""
    return db.session.scalars(
        select(MeasureVersion)
        .where(MeasureVersion.measure_id == measure.version.measure_id)
        .order_by(MeasureVersion.number.desc())
    ).all()


def find_measure(viewer: Viewer, key: str) -> MeasureInUse:
    """Return one measure by its key, in its newest version. Raises NotOnCaseload."""
    row = db.session.scalar(
        select(MeasureVersion)
        .join(Measure)
        .options(joinedload(MeasureVersion.measure))
        .where(Measure.key == key)
        .order_by(MeasureVersion.number.desc())
        .limit(1)
    )
    if row is None:
        raise NotOnCaseload
    return MeasureInUse(row, parse_definition(row.definition))
