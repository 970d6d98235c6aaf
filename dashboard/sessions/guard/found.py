"""What the guard found, as the pages show it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Lacking:
    """One thing that is missing before signing, in full and in a few words, and its place."""

    text: str
    target: str | None
    field: str | None
    short: str


@dataclass(frozen=True)
class Piece:
    """A part of a text; `found` parts are the names that were found."""

    text: str
    found: bool


@dataclass(frozen=True)
class NameWarning:
    """A text in which somebody else's name stands, cut at the names; `place` is where it is mended.

    The place is the target and the field of an entry on the session page; an addendum has none.
    """

    whose: str
    field: str
    pieces: list[Piece]
    names: list[str]
    place: tuple[str, str] | None = None


@dataclass(frozen=True)
class AlikeWarning:
    """Two notes that are nearly copies, with the percentage and both texts.

    `stay_id` is the enrollment in whose note it is mended.
    """

    first: str
    second: str
    percent: int
    first_text: str
    second_text: str
    stay_id: int


@dataclass(frozen=True)
class GuardReport:
    """Everything that the guard found; `is_clear` when it found nothing."""

    lacking: list[Lacking]
    names: list[NameWarning]
    alike: list[AlikeWarning]

    @property
    def is_clear(self) -> bool:
        return not (self.lacking or self.names or self.alike)

    @property
    def kinds(self) -> str:
        """What was found, in a few plain words that hold no clinical text."""
        said = [
            (len(self.lacking), "missing"),
            (len(self.names), "names"),
            (len(self.alike), "alike"),
        ]
        return ", ".join(f"{count} {word}" for count, word in said if count)
