"""The file between preview and confirmation: carried by the page, signed, stored nowhere."""

import base64
import binascii
import zlib

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

from dashboard.errors import Refused

LONGEST_SECONDS = 3600


def packed(content: bytes, user_id: int) -> str:
    """Return a file as signed text, good for an hour and for this user alone."""
    text = base64.b64encode(zlib.compress(content)).decode()
    return _serializer(user_id).dumps(text)


def unpacked(signed: str, user_id: int) -> bytes:
    """Return the file that was shown. Raises Refused when it is too old or was changed."""
    try:
        text = _serializer(user_id).loads(signed, max_age=LONGEST_SECONDS)
        return zlib.decompress(base64.b64decode(text))
    except (BadData, binascii.Error, zlib.error) as error:
        raise Refused("The preview is too old. Choose the file again.", field="file") from error


def _serializer(user_id: int) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.config["SECRET_KEY"]), salt=f"import-{user_id}")
