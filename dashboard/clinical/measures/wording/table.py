"""Wording in a plain table: a row a question, its answers in columns named by their numbers."""

import csv
import io
import re

from dashboard.clinical.measures.wording.worded import WordedItem, WordingError

# What spreadsheets put between cells, by the country they are used in.
_SEPARATORS = ",;\t"
_ANSWER = re.compile(r"(?:answer|label)?[ _]?(\d{1,3})")


def read_wording_table(text: str) -> list[WordedItem]:
    """Return the questions of a CSV table, in order.

    Cells stand between commas, semicolons or tabs. Columns: `question`; `item` (number or key) or
    `loinc`, or neither, when the order counts; and `answer_0`, `answer_1` and so on. Raises
    WordingError with what the table lacks.
    """
    plain = text.lstrip("\ufeff")
    separator = max(_SEPARATORS, key=plain.partition("\n")[0].count)
    reader = csv.DictReader(io.StringIO(plain, newline=""), delimiter=separator)
    try:
        found = _questions(reader)
    except csv.Error as error:
        raise WordingError(f"The table cannot be read: {error}.") from error
    if not found:
        raise WordingError("The table has no question.")
    return found


def _questions(reader: "csv.DictReader[str]") -> list[WordedItem]:
    columns = {(name or "").strip().casefold(): name for name in reader.fieldnames or ()}
    if "question" not in columns:
        raise WordingError("The table needs a column named question.")
    answers = {int(at[1]): name for key, name in columns.items() if (at := _ANSWER.fullmatch(key))}
    found = []
    for row in reader:
        cells = {name: str(row[name] or "").strip() for name in columns.values()}
        if not any(cells.values()):
            continue
        given = [(value, cells[answers[value]]) for value in sorted(answers)]
        kept = [(value, label) for value, label in given if label]
        found.append(
            WordedItem(
                question=cells[columns["question"]],
                labels=tuple(label for _, label in kept),
                codes=tuple(filter(None, [cells.get(columns.get("loinc", ""), "")])),
                name=cells.get(columns.get("item", ""), ""),
                values=tuple(value for value, _ in kept) if kept else None,
            )
        )
    return found
