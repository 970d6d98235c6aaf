"""Curricula as the practice defines them: named, changed, never taken from under a record."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from dashboard.errors import Conflict, Refused
from dashboard.extensions import db
from dashboard.models.curricula import Curriculum, Module, Skill
from dashboard.models.groups import GroupType
from dashboard.records.curriculum.outlines import NamedModule, Outline, cleaned
from dashboard.records.curriculum.uses import module_keys_in_use, skill_ids_in_use
from dashboard.records.keys import free_key
from dashboard.records.trail import write_audit_line


def define_curriculum(outline: Outline, *, by: int, at: datetime) -> Curriculum:
    """Return a new curriculum of the practice's own. Does not commit. Raises Refused, by field."""
    wanted = cleaned(outline)
    taken = set(db.session.scalars(select(Curriculum.key)))
    row = Curriculum(
        key=free_key(wanted.name, taken, without_letters="curriculum"), name=wanted.name, modules=[]
    )
    db.session.add(row)
    db.session.flush()
    _write_modules(row, wanted)
    _write_line("define curriculum", row, by, at)
    return row


def change_curriculum(
    row: Curriculum, outline: Outline, *, version: int, by: int, at: datetime
) -> None:
    """Rename, add and take away; modules and skills of `row` are loaded. Does not commit.

    Parts that the outline does not name any more are taken away. Raises Refused for one that is
    planned, taught, rated or made up anywhere, Conflict when it was changed since `version`.
    """
    if row.version != version:
        raise Conflict("Somebody has changed this curriculum since you opened it.")
    wanted = cleaned(outline)
    _remove_missing(row, wanted)
    _write_modules(row, wanted)
    row.name = wanted.name
    flag_modified(row, "name")  # so that the version moves with the modules, too
    _write_line("change curriculum", row, by, at)


def assign_curriculum(
    row: Curriculum, group_type_ids: Collection[int], *, by: int, at: datetime
) -> None:
    """Let exactly these kinds of group teach a curriculum from now on. Does not commit."""
    for kind in db.session.scalars(select(GroupType)):
        if kind.id in group_type_ids:
            kind.curriculum_id = row.id
        elif kind.curriculum_id == row.id:
            kind.curriculum_id = None
    _write_line("assign curriculum", row, by, at)


def _remove_missing(row: Curriculum, wanted: Outline) -> None:
    named = {skill.id for module in wanted.modules for skill in module.skills}
    gone = [skill for module in row.modules for skill in module.skills if skill.id not in named]
    used = skill_ids_in_use(row)
    if kept := next((skill for skill in gone if skill.id in used), None):
        raise Refused(f"{kept.name} is in use: it can be renamed, not taken away.", field="modules")
    named_modules = {module.id for module in wanted.modules}
    empty = [module for module in row.modules if module.id not in named_modules]
    keys = module_keys_in_use(row)
    if in_plan := next((module for module in empty if module.key in keys), None):
        raise Refused(f"{in_plan.name} is in a plan: it cannot be taken away.", field="modules")
    for module in row.modules:
        module.skills = [skill for skill in module.skills if skill not in gone]
    row.modules = [module for module in row.modules if module not in empty]
    db.session.flush()


def _write_modules(row: Curriculum, wanted: Outline) -> None:
    """Set names; new parts come after those that are there."""
    by_id = {module.id: module for module in row.modules}
    for named in wanted.modules:
        module = by_id.get(named.id or 0)
        if module is None:
            key = free_key(
                named.name, {module.key for module in row.modules}, without_letters="module"
            )
            place_after = 1 + max((module.position for module in row.modules), default=0)
            module = Module(key=key, name=named.name, position=place_after, skills=[])
            row.modules.append(module)
        module.name = named.name
        _write_skills(row, module, named)
    db.session.flush()


def _write_skills(row: Curriculum, module: Module, named: NamedModule) -> None:
    by_id = {skill.id: skill for skill in module.skills}
    taken = {skill.key for each in row.modules for skill in each.skills}
    for wanted in named.skills:
        skill = by_id.get(wanted.id or 0)
        if skill is not None:
            skill.name = wanted.name
            continue
        key = free_key(wanted.name, taken, without_letters="skill")
        taken.add(key)
        after = 1 + max((skill.position for skill in module.skills), default=0)
        module.skills.append(Skill(key=key, name=wanted.name, position=after))


def _write_line(action: str, row: Curriculum, by: int, at: datetime) -> None:
    db.session.flush()
    write_audit_line(
        by=by,
        at=at,
        action=action,
        subject="curricula",
        subject_id=row.id,
        detail={"curriculum": row.key},
    )
