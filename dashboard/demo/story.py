"""The invented story, read from its file, and the one source of chance that it uses."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

SEED = 7


@cache
def story() -> dict[str, Any]:
    """Return the story as its file tells it."""
    text = files("dashboard.demo").joinpath("story.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@dataclass(frozen=True)
class Course:
    """How one person's severity goes, from 0 (none) to 1 (most), and what they leave out."""

    key: str
    start: float
    end: float
    rating: int
    last_week: int | None = None
    silent: bool = False

    def severity(self, week: int, weeks: int, chance: Random) -> float:
        """Return the severity in one week: a curve that moves early, with some noise."""
        done: float = ((week - 1) / max(weeks - 1, 1)) ** 0.8
        exact = self.start + (self.end - self.start) * done
        noise = 0.0 if week in {1, weeks} else chance.uniform(-0.05, 0.05)
        return min(max(exact + noise, 0.0), 1.0)


def draw_course(chance: Random) -> Course:
    """Draw one course by the shares of the story."""
    kinds = story()["courses"]
    kind = chance.choices(kinds, weights=[kind["share"] for kind in kinds])[0]
    return course_of(kind["key"], chance)


def course_of(key: str, chance: Random) -> Course:
    """Return a course of one named kind."""
    kind = next(kind for kind in story()["courses"] if kind["key"] == key)
    low, high = kind.get("rating", [3, 5])
    return Course(
        key=key,
        start=chance.uniform(*kind["start"]),
        end=chance.uniform(*kind["end"]),
        rating=chance.randint(low, high),
        last_week=kind.get("last_week"),
        silent=kind.get("silent", False),
    )


class Names:
    """Invented names, each given once."""

    def __init__(self, chance: Random) -> None:
        pairs = [(given, family) for given in story()["given"] for family in story()["family"]]
        chance.shuffle(pairs)
        self._left = iter(pairs)

    def next(self) -> tuple[str, str]:
        return next(self._left)
