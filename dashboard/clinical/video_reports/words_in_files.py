"""The words of attendance files in four languages, folded, from headers.toml."""

import re
import tomllib
from enum import StrEnum
from pathlib import Path

from dashboard.clinical.notes.folding import fold

HEADERS_FILE = Path(__file__).with_name("headers.toml")
WORDS = tomllib.loads(HEADERS_FILE.read_text(encoding="utf-8"))


class Column(StrEnum):
    """What a column of an attendance file holds."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    EMAIL = "email"
    JOINED = "joined"
    LEFT = "left"
    DURATION = "duration"
    MINUTES = "minutes"
    WAITING_ROOM = "waiting_room"


HEADS = {head: column for column in Column for head in WORDS[column]}
OTHER_HEADS = frozenset({"", *WORDS["other_heads"]})
MONTHS = {name: number for number, names in enumerate(WORDS["months"], 1) for name in names}
YES, NO = frozenset(WORDS["yes"]), frozenset(WORDS["no"])
UNIT_SECONDS = {
    **dict.fromkeys(WORDS["hours"], 3600),
    **dict.fromkeys(WORDS["minutes_unit"], 60),
    **dict.fromkeys(WORDS["seconds"], 1),
}


def plain_words(text: str) -> str:
    """Fold a text to its words and numbers, with one space between: "Name (Original)"."""
    return " ".join(re.findall(r"[^\W_]+", fold(text).text))
