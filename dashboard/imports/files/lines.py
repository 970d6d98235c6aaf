"""The rows of a CSV text as lists of cells, each with its line, and plain words for errors."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from dashboard.errors import Refused

MOST_COLUMNS = 1_000
DELIMITERS = ",;\t"
# What Python's reader says, and what it means to somebody who looks at the file.
MEANINGS = {
    "field larger than field limit": "a cell holds more text than fits into one (131,072 letters)",
    "unexpected end of data": "a quotation mark is opened and never closed",
    "expected after": "a quotation mark stands within a cell; write it twice there",
    "new-line character": "a line ends in an odd way; save the file again as CSV",
}


def delimiter_of(text: str) -> str:
    """Return what parts the cells, by the first line that is not empty."""
    first = text.lstrip("\r\n").partition("\n")[0]
    return max(DELIMITERS, key=first.count)


def numbered_lines(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that holds anything with the number of the line on which it ends.

    Raises Refused with the line for text that is no CSV.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            if any(cell and not cell.isspace() for cell in cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise Refused(f"Line {reader.line_num}: {meaning_of(error)}.", field="file") from error


def meaning_of(error: csv.Error) -> str:
    """Say what is wrong in the words of somebody who looks at the file."""
    said = str(error)
    return next((words for part, words in MEANINGS.items() if part in said), said)


def check_columns(columns: tuple[str, ...]) -> None:
    """Refuse two columns of one name: nobody could tell which is meant. Refuse a heap of them."""
    if len(columns) > MOST_COLUMNS:
        raise Refused(f"The file has more than {MOST_COLUMNS:,} columns.", field="file")
    for name, times in Counter(filter(None, columns)).items():
        if times > 1:
            raise Refused(f"The column {name} is there twice.", field="file")


def fingerprint_of(columns: Iterable[str]) -> str:
    """Return what stands for the names of a file's columns, in their order."""
    names = "\x1f".join(name.casefold() for name in columns)
    return sha256(names.encode()).hexdigest()
