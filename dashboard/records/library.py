"""What the product ships, written into a practice's tables: measures, curricula, group types."""

from datetime import datetime

from sqlalchemy import select

from dashboard.clinical import curriculum as clinical_curriculum
from dashboard.clinical.measures import (
    MeasureDefinition,
    definition_data,
    group_types,
    library,
    parse_definition,
)
from dashboard.clinical.measures.wording import carry_wording
from dashboard.extensions import db
from dashboard.models.curricula import Curriculum, CurriculumPlan, Module, Skill
from dashboard.models.groups import GroupType, Practice
from dashboard.models.measures import Measure, MeasureVersion
from dashboard.records.attendance_rules import install_rules
from dashboard.records.notes.phrases import install_templates

CRISIS_TEXT = (
    "If you might hurt yourself or someone else, call or text 988 now, at any hour, or call 911. "
    "Your answers here are not watched live."
)
DBT_GROUP_TYPES = {"dbt_skills"}


def install_library(*, at: datetime) -> None:
    """Write whatever of the shipped library a practice does not have yet. Does not commit.

    A measure whose shipped definition changed gets a new version; old scores keep theirs, and
    wording that the practice has loaded is carried over.
    """
    if db.session.get(Practice, 1) is None:
        db.session.add(Practice(id=1, name="Our practice", crisis_text=CRISIS_TEXT))
    measures = _install_measures(at)
    dbt = _install_dbt()
    present = set(db.session.scalars(select(GroupType.key)))
    for kind in group_types():
        if kind.key not in present:
            db.session.add(
                GroupType(
                    key=kind.key,
                    name=kind.name,
                    primary_measure_id=measures[kind.primary].id,
                    curriculum_id=dbt.id if kind.key in DBT_GROUP_TYPES else None,
                )
            )
    db.session.flush()
    install_rules(at=at)
    install_templates()


def _install_measures(at: datetime) -> dict[str, Measure]:
    measures = {row.key: row for row in db.session.scalars(select(Measure))}
    for definition in library():
        if definition.key not in measures:
            measures[definition.key] = Measure(key=definition.key)
            db.session.add(measures[definition.key])
    db.session.flush()
    newest = {
        row.measure_id: row
        for row in db.session.scalars(select(MeasureVersion).order_by(MeasureVersion.number))
    }
    for definition in library():
        _install_version(measures[definition.key], newest, definition, at)
    db.session.flush()
    return measures


def _install_version(
    measure: Measure, newest: dict[int, MeasureVersion], definition: MeasureDefinition, at: datetime
) -> None:
    """Add a version unless it is there; wording that the practice has loaded stays with it."""
    last = newest.get(measure.id)
    before = parse_definition(last.definition) if last else definition
    data = definition_data(carry_wording(before, definition))
    if last is None or last.definition != data:
        number = 1 if last is None else last.number + 1
        db.session.add(
            MeasureVersion(measure_id=measure.id, number=number, definition=data, created_at=at)
        )


def _install_dbt() -> Curriculum:
    shipped = clinical_curriculum.dbt()
    found = db.session.scalar(select(Curriculum).where(Curriculum.key == shipped.key))
    if found is not None:
        return found
    row = Curriculum(key=shipped.key, name=shipped.name)
    db.session.add(row)
    db.session.flush()
    for place, module in enumerate(shipped.modules, start=1):
        _install_module(row, module, place)
    for plan in clinical_curriculum.dbt_plans():
        weeks = [
            {
                "module": week.module,
                "skills": list(week.skills),
                "entry": number in (plan.entry_weeks or plan.module_starts),
            }
            for number, week in enumerate(plan.weeks, start=1)
        ]
        db.session.add(
            CurriculumPlan(curriculum_id=row.id, key=plan.key, name=plan.name, weeks=weeks)
        )
    db.session.flush()
    return row


def _install_module(curriculum: Curriculum, module: clinical_curriculum.Module, place: int) -> None:
    row = Module(curriculum_id=curriculum.id, key=module.key, name=module.name, position=place)
    db.session.add(row)
    db.session.flush()
    for position, skill in enumerate(module.skills, start=1):
        db.session.add(Skill(module_id=row.id, key=skill.key, name=skill.name, position=position))
