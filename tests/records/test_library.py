"""The shipped library is written once; a changed definition becomes a version of its own."""

from sqlalchemy import func, select

from dashboard.clinical.measures import definition_data, group_types, library
from dashboard.extensions import db
from dashboard.models.curricula import CurriculumPlan, Module, Skill
from dashboard.models.groups import GroupType
from dashboard.models.measures import Measure, MeasureVersion
from dashboard.records.library import install_library
from tests.factories import LONG_AGO


def count(table) -> int:
    return db.session.scalar(select(func.count()).select_from(table))


def test_everything_shipped_is_there_once(database):
    install_library(at=LONG_AGO)
    install_library(at=LONG_AGO)
    assert count(Measure) == count(MeasureVersion) == len(library())
    assert count(GroupType) == len(group_types()) == 10
    assert (count(Module), count(Skill), count(CurriculumPlan)) == (4, 35, 5)


def test_a_changed_definition_is_a_new_version_and_the_old_one_stays(database):
    phq9 = db.session.scalars(select(Measure).where(Measure.key == "phq9")).one()
    shipped = definition_data(next(m for m in library() if m.key == "phq9"))
    old = {**shipped, "name": "As it was called before"}
    db.session.add(
        MeasureVersion(measure_id=phq9.id, number=2, definition=old, created_at=LONG_AGO)
    )
    db.session.flush()
    install_library(at=LONG_AGO)
    query = select(MeasureVersion).where(MeasureVersion.measure_id == phq9.id)
    versions = db.session.scalars(query.order_by(MeasureVersion.number)).all()
    assert [version.number for version in versions] == [1, 2, 3]
    assert versions[1].definition == old
    assert versions[2].definition["name"] == next(m.name for m in library() if m.key == "phq9")
