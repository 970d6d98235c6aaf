"""Names as people have them: letters and marks, and nothing that only steers a screen."""

from unicodedata import category

# Marks that turn the direction of writing: they can make a name read as another.
TURNS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain_name(text: str | None) -> str:
    """Return a name without control characters; spaces and line ends become one space each."""
    kept = [
        " " if letter.isspace() else letter
        for letter in text or ""
        if letter.isspace() or not steers(letter)
    ]
    return " ".join("".join(kept).split())


def steers(letter: str) -> bool:
    """Tell whether a sign is not seen and only steers: a line end, a control, a turn of writing."""
    return category(letter) == "Cc" or letter in TURNS
