"""A measure's definition, as the practice sets it: each change is a new version."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select

from dashboard.clinical.measures import (
    DefinitionError,
    MeasureDefinition,
    definition_data,
    library,
    parse_definition,
    with_computed_thresholds,
)
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.models.measures import Measure, MeasureVersion
from dashboard.records.trail import write_audit_line

COMPUTED_FROM = "Computed from the figures that the practice entered (Jacobson & Truax 1991)"


def define_measure(
    definition: Mapping[str, object], *, by: int | None, at: datetime
) -> MeasureVersion:
    """Return the version of the practice's own measure with this definition. Does not commit.

    An equal definition changes nothing; a changed one is a new version, and older scores keep
    theirs. Thresholds that the given figures allow are filled in. Raises Refused.
    """
    data = definition_data(read_definition(definition))
    measure = _measure(str(data["key"]))
    return _add_version(measure, data, action="define measure", by=by, at=at)


def add_wording(definition: MeasureDefinition, *, by: int | None, at: datetime) -> MeasureVersion:
    """Return the version of a measure that has this wording. Does not commit.

    The wording that is there already changes nothing.
    """
    data = definition_data(definition)
    return _add_version(_measure(definition.key), data, action="load wording", by=by, at=at)


def _add_version(
    measure: Measure, data: dict[str, object], *, action: str, by: int | None, at: datetime
) -> MeasureVersion:
    newest = _newest(measure.id)
    if newest is not None and newest.definition == data:
        return newest
    number = 1 if newest is None else newest.number + 1
    version = MeasureVersion(
        measure_id=measure.id, number=number, definition=data, created_at=at, created_by_id=by
    )
    db.session.add(version)
    db.session.flush()
    write_audit_line(
        by=by,
        at=at,
        action=action,
        subject="measure_versions",
        subject_id=version.id,
        detail={"measure": measure.key, "number": version.number},
    )
    return version


def read_definition(definition: Mapping[str, object]) -> MeasureDefinition:
    """Return a practice's own definition, with computed thresholds. Raises Refused, by field."""
    try:
        read = with_computed_thresholds(parse_definition(definition), COMPUTED_FROM)
    except DefinitionError as error:
        raise Refused(str(error), field=error.field) from error
    if read.key in {shipped.key for shipped in library()}:
        raise Refused(f"{read.key} comes with the product; choose another key.", field="key")
    return read


def _measure(key: str) -> Measure:
    found = db.session.scalar(select(Measure).where(Measure.key == key))
    if found is not None:
        return found
    measure = Measure(key=key)
    db.session.add(measure)
    db.session.flush()
    return measure


def _newest(measure_id: int) -> MeasureVersion | None:
    query = select(MeasureVersion).where(MeasureVersion.measure_id == measure_id)
    return db.session.scalar(query.order_by(MeasureVersion.number.desc()).limit(1))
