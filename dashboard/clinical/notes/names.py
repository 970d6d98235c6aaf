"""Names of other participants in a text: where they stand and whose they may be."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.clinical.notes.common_words import (
    ACRONYMS,
    NAMES_THAT_ARE_WORDS,
    begins_sentence,
    does_something,
    is_month,
)
from dashboard.clinical.notes.folding import Folded, fold
from dashboard.clinical.notes.name_forms import FormKind, NamedPerson, NameForm, name_forms


@dataclass(frozen=True)
class NameFound:
    """One place in the text (start, end), what stands there, and the people it may mean."""

    start: int
    end: int
    text: str
    people: tuple[int, ...]


Place = tuple[int, int]


def find_other_names(
    text: str, others: Iterable[NamedPerson], own: NamedPerson | None = None
) -> tuple[NameFound, ...]:
    """Find the names, nicknames and initials of others in a text, in order, without overlaps.

    Accents and capitals do not matter, save that initials are capitals, and that a name that is
    also an English word (Will, May, Grace) must begin with one. Such a word at the start of a
    sentence is a name only when it owns or does something ("Grace's", "Will shared"), and
    a month beside a date is a month. The longest form counts. A form that fits the person
    whom the note is about (`own`) as well is theirs, and is not reported.
    """
    folded = fold(text)
    found: dict[Place, set[int]] = {}
    people = [*others, *([own] if own else [])]
    for named in people:
        for form in name_forms(named):
            for place in places_of(form, text, folded):
                found.setdefault(place, set()).add(named.person)
    return tuple(
        NameFound(start, end, text[start:end], tuple(sorted(found[start, end])))
        for start, end in longest(found)
        if own is None or own.person not in found[start, end]
    )


def longest(places: Iterable[Place]) -> Iterator[Place]:
    """Of places that overlap, the one that begins first, and of those the longest."""
    reached = 0
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= reached:
            yield start, end
            reached = end


def places_of(form: NameForm, text: str, folded: Folded) -> Iterator[Place]:
    """Where a form stands in the original text and is meant as a name."""
    for match in form.pattern.finditer(folded.text):
        start, end = folded.span(match.start(), match.end())
        if is_meant(form.kind, text[start:end], match.group()) and (
            form.kind is not FormKind.SINGLE
            or match.group() not in NAMES_THAT_ARE_WORDS
            or word_is_name(text, start, folded, match.span())
        ):
            yield start, end


def is_meant(kind: FormKind, written: str, folded: str) -> bool:
    """Say whether capitals are as initials need them; bare ones must not be a usual acronym."""
    letters = [letter for letter in written if letter.isalpha()]
    if kind is FormKind.BARE_INITIALS:
        return written.isupper() and folded not in ACRONYMS
    if kind is FormKind.DOTTED_INITIALS:
        return written.isupper() and folded.replace(".", "") not in {"am", "pm"}
    if kind is FormKind.NAME_AND_INITIAL:
        return letters[0].isupper() and any(letter.isupper() for letter in letters[1:])
    return True


def word_is_name(text: str, start: int, folded: Folded, place: Place) -> bool:
    """Say whether an English word that is also a name is meant as the name."""
    if not text[start].isupper() or is_month(folded.text, *place):
        return False
    return not begins_sentence(text, start) or does_something(folded.text, place[1])
