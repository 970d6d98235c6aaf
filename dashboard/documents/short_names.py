"""Names for paper that others see: first name and initial, longer only where two are the same."""

from collections import Counter
from collections.abc import Sequence


def short_names(people: Sequence[tuple[str, str]]) -> list[str]:
    """Return one name for each (first name, family name), in their order, all of them different.

    The family name is shown to the fewest letters that tell people apart; those who have the
    same names altogether are numbered in the order given.
    """
    letters = [1] * len(people)
    names = [_name(*person, 1) for person in people]
    while grown := _alike(names, people, letters):
        for place in grown:
            letters[place] += 1
            names[place] = _name(*people[place], letters[place])
    return _numbered(names)


def _alike(
    names: Sequence[str], people: Sequence[tuple[str, str]], letters: Sequence[int]
) -> list[int]:
    """The places of names that others have too and that can still be longer."""
    counts = Counter(map(_heard, names))
    return [
        place
        for place, name in enumerate(names)
        if counts[_heard(name)] > 1 and letters[place] < len(people[place][1])
    ]


def _name(first: str, family: str, letters: int) -> str:
    dot = "." if letters < len(family) or len(family) == 1 else ""
    return f"{first} {family[:letters]}{dot}".strip()


def _heard(name: str) -> str:
    """The name without what the eye passes over: capitals, and the dot of what is cut off."""
    return name.casefold().rstrip(".")


def _numbered(names: Sequence[str]) -> list[str]:
    counts = Counter(map(_heard, names))
    seen: Counter[str] = Counter()
    numbered = []
    for name in names:
        seen[_heard(name)] += 1
        numbered.append(f"{name} ({seen[_heard(name)]})" if counts[_heard(name)] > 1 else name)
    return numbered
