"""Who in an attendance file is who on the roster: sure, a facilitator, or to be asked."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from dashboard.clinical.notes.folding import folded_words
from dashboard.clinical.video_reports.visits import Visit, are_at_once
from dashboard.clinical.video_reports.words_in_files import plain_words

# What platforms and people put in brackets behind a name.
BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")
NOT_NAMES = re.compile(
    r"(?:(?:she|he|they|her|him|them|hers|his|theirs|ze|sie|er|elle|il|ella|el)\b ?)+"
    r"|guest|external|unverified|host|co host|me|gast|extern|nicht verifiziert|invite|externe"
    r"|invitado|externo|you"
)
NEARLY, ONE_WORD, CERTAIN = 80, 90.0, 100.0
SHORTEST_WORD = 2
BY_ALIAS = "the name remembered from before"


@dataclass(frozen=True)
class RosterPerson:
    """Someone who may be in the file: an enrollment, or a facilitator, by whatever key."""

    key: int
    given_name: str
    family_name: str
    nickname: str = ""
    email: str = ""


@dataclass(frozen=True)
class Question:
    """A name in the file that a person must assign, with those whom it may be, likeliest first."""

    name: str
    email: str
    visits: tuple[Visit, ...]
    candidates: tuple[int, ...]


@dataclass(frozen=True)
class Matches:
    """Visits by enrollment with the word for how each was recognized; facilitators; questions."""

    visits: Mapping[int, tuple[Visit, ...]]
    known_by: Mapping[int, str]
    facilitators: tuple[str, ...]
    questions: tuple[Question, ...]


def alias_key(name: str) -> str:
    """How a name is remembered, so that capitals, accents and spaces do not matter."""
    return folded_words(name)


def match_visits(
    visits: Iterable[Visit],
    enrolled: Sequence[RosterPerson],
    facilitators: Sequence[RosterPerson],
    aliases: Mapping[str, int],
) -> Matches:
    """Match by e-mail address, then whole name, then a remembered alias (`alias_key`).

    Sure is only what points to exactly one person of all, enrolled or facilitating; an address
    and a name that disagree, a first name alone, or a name nearly alike are questions. So is
    a remembered name that was in the room twice at once.
    """
    found: dict[int, tuple[Visit, ...]] = {}
    known_by: dict[int, str] = {}
    leading: list[str] = []
    questions: list[Question] = []
    leaders, people = {id(person) for person in facilitators}, [*enrolled, *facilitators]
    for (name, email), mine in by_person(visits).items():
        person, how = recognize(name, email, people, enrolled, aliases)
        if person is None or (how == BY_ALIAS and are_at_once(mine)):
            questions += asked_of(name, email, mine, candidates(name, email, enrolled))
        elif id(person) in leaders:
            leading.append(name or email)
        else:
            found[person.key] = (*found.get(person.key, ()), *mine)
            known_by.setdefault(person.key, how)
    return Matches(found, known_by, tuple(leading), tuple(questions))


def asked_of(
    name: str, email: str, visits: tuple[Visit, ...], likely: tuple[int, ...]
) -> list[Question]:
    """One question, or where two devices of one name were there at once, one for each visit.

    Who of the two came back after a cut is not told by the name, so every visit is asked about.
    """
    if not are_at_once(visits):
        return [Question(name, email, visits, likely)]
    count = len(visits)
    return [
        Question(f"{name} ({place} of {count})", email, (visit,), likely)
        for place, visit in enumerate(visits, 1)
    ]


def assigned(matches: Matches, answers: Mapping[tuple[str, str], int | None]) -> Matches:
    """The matches with questions answered: by (name, e-mail) an enrollment, or None for nobody."""
    visits, known_by = dict(matches.visits), dict(matches.known_by)
    left = []
    for question in matches.questions:
        asked = (question.name, question.email)
        if asked not in answers:
            left.append(question)
            continue
        key = answers[asked]
        if key is not None:
            visits[key] = (*visits.get(key, ()), *question.visits)
            known_by.setdefault(key, "what you said")
    return Matches(visits, known_by, matches.facilitators, tuple(left))


def by_person(visits: Iterable[Visit]) -> dict[tuple[str, str], tuple[Visit, ...]]:
    """Visits under the name and address of their first one; case and accents do not part them."""
    first: dict[tuple[str, str], tuple[str, str]] = {}
    found: dict[tuple[str, str], tuple[Visit, ...]] = {}
    for visit in visits:
        folded = (folded_words(visit.name), folded_words(visit.email))
        shown = first.setdefault(folded, (visit.name, visit.email))
        found[shown] = (*found.get(shown, ()), visit)
    return found


Recognized = tuple[RosterPerson | None, str]


def recognize(
    name: str,
    email: str,
    people: Sequence[RosterPerson],
    enrolled: Sequence[RosterPerson],
    aliases: Mapping[str, int],
) -> Recognized:
    """The one person meant and by what; None when it is nobody, several, or a contradiction."""
    by_email = [one for one in people if has_email(one, email)]
    written = names_in(name)
    by_name = [one for one in people if written & whole_names(one)]
    if by_email:
        agreed = [one for one in by_email if not by_name or one in by_name]
        return (agreed[0], "e-mail address") if len(agreed) == 1 else (None, "")
    if by_name:
        return (by_name[0], "name") if len(by_name) == 1 else (None, "")
    alias = aliases.get(alias_key(name)) if name else None
    known = [one for one in enrolled if one.key == alias]
    return (known[0], BY_ALIAS) if len(known) == 1 else (None, "")


def names_in(name: str) -> frozenset[str]:
    """The names that a display name holds: without brackets, and each bracket by itself."""
    outside = plain_words(BRACKETS.sub(" ", name))
    inside = (plain_words(text) for text in BRACKETS.findall(name))
    return frozenset(one for one in (outside, *inside) if one and NOT_NAMES.fullmatch(one) is None)


def whole_names(person: RosterPerson) -> frozenset[str]:
    """The person's whole name, either way round, with the given name or the nickname."""
    family = plain_words(person.family_name)
    firsts = [plain_words(name) for name in (person.given_name, person.nickname) if name]
    pairs = ((first, family) for first in firsts)
    return frozenset(
        whole
        for first, last in pairs
        for whole in (f"{first} {last}".strip(), f"{last} {first}".strip())
    )


def candidates(name: str, email: str, enrolled: Sequence[RosterPerson]) -> tuple[int, ...]:
    """Those whom an address, a name or the front of an address may mean, likeliest first."""
    written = names_in(name) or names_in(email.partition("@")[0])
    scored = (
        (CERTAIN if has_email(person, email) else score(written, person), person.key)
        for person in enrolled
    )
    likely = [(-points, key) for points, key in scored if points >= NEARLY]
    return tuple(key for _, key in sorted(likely))


def score(written: frozenset[str], person: RosterPerson) -> float:
    """How near a written name is to a person's, 0 to 100; one of its words may be enough."""
    wholes = whole_names(person)
    words = {word for whole in wholes for word in whole.split() if len(word) >= SHORTEST_WORD}
    if any(words & set(one.split()) for one in written):
        return ONE_WORD
    ratios = (fuzz.token_sort_ratio(one, whole) for one in written for whole in wholes)
    return max(ratios, default=0.0)


def has_email(person: RosterPerson, email: str) -> bool:
    """Say whether a written address is the person's."""
    return bool(email) and folded_words(person.email) == folded_words(email)
