"""Names that are also English words, and how to tell which of the two is meant."""

import re
import tomllib
from pathlib import Path

WORDS_FILE = Path(__file__).with_suffix(".toml")
WORDS = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
NAMES_THAT_ARE_WORDS = frozenset(WORDS["names_that_are_words"].split())
ACRONYMS = frozenset(WORDS["acronyms"].split())
PARTICLES = frozenset(WORDS["particles"].split())
MONTHS = frozenset({"april", "may", "june", "august"})
BEFORE_MONTH = re.compile(r"(?:\d|\b(?:in|since|until|last|next|early|late|mid|of))[\s-]*$")
AFTER_MONTH = re.compile(r"[\s,]*\d")
# A sentence begins after one of these, whatever quotes and bullets stand between.
SENTENCE_END = re.compile(r"(?:^|[.!?:;\n\r])[\s\"'“”„«»()\[\]*•_-]*$")
# What a person does and a word does not: Grace shared, Will felt, Mark's turn.
ACTS = re.compile(
    r"(?:'s\b|[\s]+(?:and[\s]+\w+[\s]+)?(?!(?:need|feed|heed|proceed|succeed)\b)"
    r"(?:\w{2,}ed|said|says|told|felt|feels|spoke|gave|took|left|came|went|wept|had|did|has|does|was"
    r"|is|became|began|sat|made|met|kept|found|thought|wrote|brought)\b)"
)


# How far around a word to look: long texts would take long, and nothing farther off matters.
NEAR = 40


def is_month(folded: str, start: int, end: int) -> bool:
    """Say whether a month's name has a date about it: May 3, in April, 3 June."""
    if folded[start:end] not in MONTHS:
        return False
    before, after = text_before(folded, start), folded[end : end + NEAR]
    return bool(BEFORE_MONTH.search(before) or AFTER_MONTH.match(after))


def begins_sentence(text: str, start: int) -> bool:
    """Say whether a place in a text is where a sentence or a line begins."""
    return bool(SENTENCE_END.search(text_before(text, start)))


def does_something(folded: str, end: int) -> bool:
    """Say whether what follows a word is what people do or have."""
    return bool(ACTS.match(folded[end : end + NEAR]))


def text_before(text: str, start: int) -> str:
    """The text shortly before a place; a letter stands for what is cut off."""
    return text[:start] if start <= NEAR else "x" + text[start - NEAR : start]
