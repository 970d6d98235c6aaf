"""The forms in which a person may be named: whole, given, family, nickname, initials."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dashboard.clinical.notes.common_words import PARTICLES
from dashboard.clinical.notes.folding import folded_words

SHORTEST_PART = 3
# A letter or digit; the underscore of a markup is none.
LETTER = r"[^\W_]"
SPACE = r"[\s]+"


class FormKind(StrEnum):
    """What is written of a name; it decides how carefully capitals are looked at."""

    WHOLE = "whole name"
    SINGLE = "single name"
    NAME_AND_INITIAL = "name and initial"
    DOTTED_INITIALS = "dotted initials"
    BARE_INITIALS = "initials"


@dataclass(frozen=True)
class NamedPerson:
    """A person by the names that others may write; `also` is what else stands for them, whole."""

    person: int
    given_name: str
    family_name: str
    nickname: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class NameForm:
    """One form of one person's name: a pattern for folded text."""

    person: int
    kind: FormKind
    pattern: re.Pattern[str]


def name_forms(named: NamedPerson) -> Iterator[NameForm]:
    """All forms of a person's name, as patterns that keep to the bounds of words."""
    firsts = [name for name in map(folded_words, (named.given_name, named.nickname)) if name]
    family = folded_words(named.family_name)
    for kind, pattern in patterns(firsts, family):
        bounded = re.compile(rf"(?<!{LETTER}){pattern}(?!{LETTER})")
        yield NameForm(named.person, kind, bounded)


def whole_forms(named: NamedPerson) -> Iterator[NameForm]:
    """The forms that stand for one person only: given and family name together, and `also`.

    Of the latter, what is shorter than three letters would stand for too much.
    """
    yield from (form for form in name_forms(named) if form.kind is FormKind.WHOLE)
    for other in map(folded_words, named.also):
        if len(other) >= SHORTEST_PART:
            pattern = re.compile(rf"(?<!{LETTER}){spaced(other)}(?!{LETTER})")
            yield NameForm(named.person, FormKind.WHOLE, pattern)


def patterns(firsts: list[str], family: str) -> Iterator[tuple[FormKind, str]]:
    """Patterns by kind, from folded given names or nicknames and the folded family name."""
    for single in dict.fromkeys(part for name in (*firsts, family) for part in parts_of(name)):
        yield FormKind.SINGLE, spaced(single)
    if not family:
        return
    last, last_initial = spaced(family), re.escape(family[0])
    for name in dict.fromkeys(firsts):
        first, initial = spaced(name), re.escape(name[0])
        yield FormKind.WHOLE, rf"{first}{SPACE}{last}"
        yield FormKind.WHOLE, rf"{last},{SPACE}{first}"
        yield FormKind.NAME_AND_INITIAL, rf"{first}{SPACE}{last_initial}\.?"
        yield FormKind.NAME_AND_INITIAL, rf"{initial}\.?[\s]*{last}"
        yield FormKind.DOTTED_INITIALS, rf"{initial}\.[\s]?{last_initial}\.?"
        yield FormKind.BARE_INITIALS, rf"{initial}{last_initial}"


def parts_of(name: str) -> Iterator[str]:
    """A name that stands alone, and the longer parts of a double one such as Anna-Lena."""
    if len(name) > 1:
        yield name
    parts = re.split(r"[\s-]+", name)
    if len(parts) > 1:
        yield from (part for part in parts if len(part) >= SHORTEST_PART and part not in PARTICLES)


def spaced(name: str) -> str:
    """A name as a pattern in which spaces and hyphens may stand for each other."""
    return r"[\s-]+".join(re.escape(part) for part in re.split(r"[\s-]+", name))
