"""One question as a file words it."""

from dataclasses import dataclass


class WordingError(ValueError):
    """A file that holds no wording that could be used; the text says why."""


@dataclass(frozen=True)
class WordedItem:
    """A question with its answers in order; `values` are their numbers where the file has them.

    `codes` are LOINC codes, `name` is the item's number or key, where the file gives any.
    """

    question: str
    labels: tuple[str, ...]
    codes: tuple[str, ...] = ()
    name: str = ""
    values: tuple[int, ...] | None = None
