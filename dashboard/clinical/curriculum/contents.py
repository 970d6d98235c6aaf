"""What a curriculum holds: modules and their skills, and the DBT curriculum that ships."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DBT_FILE = Path(__file__).with_name("dbt.toml")
# How much a skill was used in a week, rated by the participant.
PRACTICE_RATINGS = range(0, 8)
PRACTICE_LABELS = {0: "Not thought about", 7: "Used without thinking about it"}


@dataclass(frozen=True)
class Skill:
    """One thing that is taught."""

    key: str
    name: str


@dataclass(frozen=True)
class Module:
    """Skills that belong together, in the order in which they are taught."""

    key: str
    name: str
    skills: tuple[Skill, ...]


@dataclass(frozen=True)
class Curriculum:
    """The modules of one approach; skill keys are unique within it."""

    key: str
    name: str
    modules: tuple[Module, ...]

    @property
    def skills(self) -> tuple[Skill, ...]:
        """All the skills, module by module."""
        return tuple(skill for module in self.modules for skill in module.skills)

    def module(self, key: str) -> Module:
        """Find one module by key; KeyError where there is none."""
        return {module.key: module for module in self.modules}[key]

    def skill(self, key: str) -> Skill:
        """Find one skill by key; KeyError where there is none."""
        return {skill.key: skill for skill in self.skills}[key]


@cache
def dbt() -> Curriculum:
    """The DBT curriculum: four modules and the names of their skills."""
    data = tomllib.loads(DBT_FILE.read_text(encoding="utf-8"))
    modules = tuple(
        Module(row["key"], row["name"], tuple(Skill(**skill) for skill in row["skills"]))
        for row in data["modules"]
    )
    return Curriculum(data["key"], data["name"], modules)
