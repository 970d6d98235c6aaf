"""The text of a file: its encoding is found out, and what is no text is said with its line."""

from dashboard.errors import Refused

NOT_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")


def decoded(content: bytes, *, largest: int) -> str:
    """Return the text of a file: UTF-16 by its mark, UTF-8, or else Windows-1252.

    Raises Refused for what is no text, or larger than `largest` bytes.
    """
    if len(content) > largest:
        raise Refused(f"The file is larger than {largest // 1_000_000} MB; split it.", field="file")
    if content.startswith(NOT_TEXT):
        raise Refused("This is not a CSV file. Save the sheet as CSV first.", field="file")
    text = _wide(content) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else _narrow(content)
    if "\x00" in text:
        raise Refused(
            f"Line {line_of(text, text.index(chr(0)))} holds a NUL: this is not a text file.",
            field="file",
        )
    return text


def line_of(text: str, place: int) -> int:
    """Return the number of the line, from 1, in which a place is."""
    return text.count("\n", 0, place) + 1


def _wide(content: bytes) -> str:
    try:
        return content.decode("utf-16")
    except UnicodeDecodeError as error:
        raise Refused("The text of this file cannot be read as UTF-16.", field="file") from error


def _narrow(content: bytes) -> str:
    """Return text of one byte, or several, a character."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        words = f"Line {line} holds bytes that are neither UTF-8 nor Windows text: save it as UTF-8"
        raise Refused(f"{words}.", field="file") from error
