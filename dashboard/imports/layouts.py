"""From a table to entries: one person, one measure, one time; long and wide files alike."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.errors import Refused
from dashboard.imports.files.reading import Row, Table

PERSON = ("participant", "participant code", "code", "id", "participant id", "participant_code")
WHEN = {"date": ("date", "on", "assessed on"), "week": ("week", "session")}
MEASURE = ("measure", "questionnaire")
SCORE = ("score", "total")
# How a file says that there is nothing.
NOTHING = {"", "na", "n/a", "nan", "null", ".", "-"}
NUMBERED = re.compile(r"(.*?)(\d{1,3})")


@dataclass(frozen=True)
class Options:
    """What the person who imports says about the file; empty is found out from it."""

    measure: str = ""
    layout: str = ""
    id_column: str = ""
    prefix: str = ""
    week_offset: int = 0

    @property
    def in_words(self) -> str:
        """What was said of the file, in one line."""
        layouts = {"": "", "long": "a row an assessment", "wide": "a row a participant"}
        said = (
            self.measure and f"measure {self.measure}",
            layouts[self.layout],
            self.id_column and f"code in {self.id_column}",
            self.prefix and f"weeks in {self.prefix}...",
            self.week_offset and f"{self.week_offset} added to the week",
        )
        return ", ".join(words for words in said if words)


@dataclass(frozen=True)
class Entry:
    """One assessment as the file has it, in the file's own text."""

    line: int
    code: str
    measure: str
    on: str
    week: str
    total: str
    answers: dict[str, str]


def entries(table: Table, options: Options) -> list[Entry]:
    """Return what the file holds, in its order. Raises Refused when columns are missing."""
    person = person_column(table, options)
    layout = options.layout or guessed_layout(table)
    if layout == "wide":
        found = list(wide_entries(table, options, person))
    else:
        found = list(long_entries(table, options, person))
    return found


def person_column(table: Table, options: Options) -> str:
    """Return the name of the column with the participant's code."""
    if options.id_column and options.id_column not in table.columns:
        raise Refused(f"There is no column {options.id_column}.", field="id_column")
    found = options.id_column or column_called(table, PERSON)
    if not found:
        raise Refused("No column holds the participant: name one 'participant'.", field="file")
    return found


def guessed_layout(table: Table) -> str:
    """Say 'long' for a file with a date or a week in each row, and 'wide' otherwise."""
    long = column_called(table, WHEN["date"]) or column_called(table, WHEN["week"])
    return "long" if long else "wide"


def column_called(table: Table, names: tuple[str, ...]) -> str:
    """Return the first column with one of these names, whatever its capitals, or ''."""
    by_name = {name.casefold(): name for name in reversed(table.columns)}
    return next((by_name[name] for name in names if name in by_name), "")


def long_entries(table: Table, options: Options, person: str) -> Iterator[Entry]:
    """Return one entry a row; columns that end in a number are item answers."""
    date, week = (column_called(table, WHEN[name]) for name in ("date", "week"))
    measure, score = column_called(table, MEASURE), column_called(table, SCORE)
    if not (date or week):
        raise Refused("No column holds the date or the week.", field="file")
    items = item_columns(table, {person, date, week, measure, score})
    if not (score or items):
        raise Refused(
            "No column holds a score: name one 'score', or end those of the answers in numbers.",
            field="file",
        )
    for row in table.rows:
        given = {key: row.cells[name] for name, key in items.items()}
        yield Entry(
            line=row.line,
            code=row.cells[person],
            measure=row.cells.get(measure, "") or options.measure,
            on=row.cells.get(date, ""),
            week=row.cells.get(week, ""),
            total=something(row.cells.get(score, "")),
            answers={key: text for key, text in given.items() if something(text)},
        )


def wide_entries(table: Table, options: Options, person: str) -> Iterator[Entry]:
    """Return one entry for each week's column of each row that holds a score."""
    weeks = week_columns(table, options.prefix or f"{options.measure}_s")
    if not weeks:
        raise Refused("No columns hold the weeks: say what their names begin with.", field="prefix")
    for row in table.rows:
        for name, week in weeks.items():
            yield wide_entry(row, options, person, name, week + options.week_offset)


def wide_entry(row: Row, options: Options, person: str, name: str, week: int) -> Entry:
    """Return the entry of one cell of a wide file."""
    total = something(row.cells[name])
    return Entry(row.line, row.cells[person], options.measure, "", str(week), total, {})


def week_columns(table: Table, prefix: str) -> dict[str, int]:
    """Return the number of the week by column, for those named by the prefix and a number."""
    weeks: dict[str, int] = {}
    for name in table.columns:
        match = NUMBERED.fullmatch(name)
        if match and match[1].casefold() == prefix.casefold():
            weeks[name] = int(match[2])
    return weeks


def item_columns(table: Table, known: set[str]) -> dict[str, str]:
    """Return the item by column. Raises Refused when two columns hold the same item."""
    items: dict[str, str] = {}
    for name in table.columns:
        key = "" if name in known else item_key(name)
        if key in items.values():
            earlier = next(other for other, its in items.items() if its == key)
            raise Refused(f"The columns {earlier} and {name} both hold item {key}.", field="file")
        if key:
            items[name] = key
    return items


def item_key(name: str) -> str:
    """Return the number at the end of a column's name, without leading zeros, or ''."""
    match = NUMBERED.fullmatch(name)
    return str(int(match[2])) if match else ""


def something(text: str) -> str:
    """Return the text, or '' for the many ways to write that there is nothing."""
    return "" if text.casefold() in NOTHING else text
