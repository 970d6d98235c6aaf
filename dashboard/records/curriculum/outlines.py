"""What a curriculum is to hold, as somebody typed it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.errors import Refused

LONGEST_NAME = 120


@dataclass(frozen=True)
class NamedSkill:
    """A skill by its name; `id` is None for a new one. An empty name takes it away."""

    name: str
    id: int | None = None


@dataclass(frozen=True)
class NamedModule:
    """A module by its name with its skills in order; `id` is None for a new one."""

    name: str
    skills: tuple[NamedSkill, ...]
    id: int | None = None


@dataclass(frozen=True)
class Outline:
    """A curriculum by its name with its modules in order."""

    name: str
    modules: tuple[NamedModule, ...]


def cleaned(outline: Outline) -> Outline:
    """Return an outline with plain names, without what has none. Raises Refused, by field."""
    name = plain(outline.name, "name")
    modules = tuple(
        NamedModule(
            plain(module.name, "modules") if module.name.strip() else "",
            tuple(
                NamedSkill(plain(skill.name, "modules"), skill.id)
                for skill in module.skills
                if skill.name.strip()
            ),
            module.id,
        )
        for module in outline.modules
    )
    kept = tuple(module for module in modules if module.name or module.skills)
    if any(not module.name for module in kept):
        raise Refused("Give every module that has skills a name.", field="modules")
    if empty := next((module for module in kept if not module.skills), None):
        raise Refused(f"{empty.name} needs a skill, or no name.", field="modules")
    if not kept:
        raise Refused("A curriculum needs one skill at least.", field="modules")
    _refuse_twice([module.name for module in kept])
    _refuse_twice([skill.name for module in kept for skill in module.skills])
    return Outline(name, kept)


def plain(text: str, field: str) -> str:
    """Return a name on one line. Raises Refused when it is missing or too long."""
    name = " ".join(text.split())
    if not name:
        raise Refused("Give it a name.", field=field)
    if len(name) > LONGEST_NAME:
        raise Refused(f"A name has at most {LONGEST_NAME} characters.", field=field)
    return name


def _refuse_twice(names: Sequence[str]) -> None:
    folded = [name.casefold() for name in names]
    twice = next((name for name in names if folded.count(name.casefold()) > 1), None)
    if twice is not None:
        raise Refused(f"{twice} is there twice.", field="modules")
