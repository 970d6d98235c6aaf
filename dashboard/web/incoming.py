"""What comes in: ids within bounds, and text that every database can keep."""

from typing import Any

from flask import abort, request
from werkzeug.routing import BaseConverter, ValidationError

from dashboard.models.types.columns import LARGEST_ID


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


def refuse_broken_text() -> None:
    """Answer 400 to text with NUL or half characters, which no database keeps alike."""
    if request.endpoint == "static":
        return
    for values in (request.args, request.form):
        for name, value in values.items(multi=True):
            if _is_broken(name) or _is_broken(value):
                abort(400, "The text holds a character that cannot be kept.")


def _is_broken(text: str) -> bool:
    return "\x00" in text or any("\ud800" <= sign <= "\udfff" for sign in text)
