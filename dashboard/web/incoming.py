"""What comes in: ids within bounds, no more than a page sends, text that can be kept."""

from collections.abc import Iterator
from typing import Any

from flask import abort, request
from werkzeug.routing import BaseConverter, ValidationError

from dashboard.models.types.columns import LARGEST_ID

# Far more than our largest page has; each one that is given back costs time, also for a stranger.
MOST_FIELDS = 5_000


class IdConverter(BaseConverter):
    """A record's id in a URL: ASCII digits, 1 to 2^53 - 1. Anything else is a missing page."""

    regex = "[0-9]{1,16}"

    def to_python(self, value: str) -> int:
        number = int(value)
        if not 1 <= number <= LARGEST_ID:
            raise ValidationError
        return number

    def to_url(self, value: Any) -> str:
        return str(int(value))


def is_from_script() -> bool:
    """Tell whether a script of ours asks, which wants JSON, or a person, who wants a page."""
    best = request.accept_mimetypes.best_match(["text/html", "application/json"])
    return request.is_json or best == "application/json" or "X-Requested-With" in request.headers


def refuse_broken_text() -> None:
    """Answer 400 to text with NUL or half characters, which no database keeps alike, 413 to heaps.

    Looked at is all that is sent: the address, its query, forms, the names of files, and JSON.
    """
    typed = list(request.form.items(multi=True))
    files = [(name, file.filename) for name, file in request.files.items(multi=True)]
    if len(typed) + len(files) > MOST_FIELDS:
        abort(413)
    asked = [*(request.view_args or {}).values(), *request.args.items(multi=True)]
    if any(_is_broken(text) for text in _texts([asked, typed, files, _sent()])):
        abort(400, "The text holds a character that cannot be kept.")


def _sent() -> Any:
    """Return what a script sends, or None: nothing of ours nests as deep as Python cannot read."""
    try:
        return request.get_json(silent=True) if request.is_json else None
    except RecursionError:
        abort(400, "What was sent is nested too deeply.")


def _texts(value: Any) -> Iterator[str]:
    """Yield every text within lists and objects, names included."""
    waiting = [value]
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, str):
            yield piece
        elif isinstance(piece, dict):
            waiting.extend(piece.items())
        elif isinstance(piece, list | tuple):
            waiting.extend(piece)


def _is_broken(text: str) -> bool:
    return "\x00" in text or any("\ud800" <= sign <= "\udfff" for sign in text)
