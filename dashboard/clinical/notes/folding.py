"""Text without accents and capitals, letter by letter, so that places in it can be found back."""

import unicodedata
from dataclasses import dataclass

# Letters that do not come apart into a plain one and an accent, and signs with many forms.
PLAIN = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "‐": "-",
        "‑": "-",
        "–": "-",
    }
)


@dataclass(frozen=True)
class Folded:
    """Folded text, and for each of its letters the place in the original that it came from."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a non-empty piece of the folded text stands in the original: start and end."""
        return self.places[start], self.places[end - 1] + 1


def fold_letter(letter: str) -> str:
    """One letter as small plain letters; an accent alone becomes nothing."""
    apart = unicodedata.normalize("NFKD", letter.translate(PLAIN)).casefold().translate(PLAIN)
    plain = unicodedata.normalize("NFKD", apart)
    return "".join(part for part in plain if not unicodedata.combining(part))


def fold(text: str) -> Folded:
    """Fold a text: "Zoë’s" becomes "zoe's"."""
    folded = [fold_letter(letter) for letter in text]
    places = (place for place, letters in enumerate(folded) for _ in letters)
    return Folded("".join(folded), tuple(places))


def folded_words(text: str) -> str:
    """Fold a text and write its words with one space between them."""
    return " ".join(fold(text).text.split())
