"""Nothing grows long quietly: what outgrows its size is split, or says here why it is not."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.house import (
    Function,
    all_code,
    files,
    functions,
    line_count,
    name_of,
    product_code,
)

LONGEST_PYTHON, LONGEST_TEMPLATE, LONGEST_STATIC, LONGEST_FUNCTION = 200, 100, 150, 25
LARGEST_PACKAGE = 9

# "file", "file::function" or "package/": why it may be longer than the size above.
EXCEPTIONS: dict[str, str] = {
    "dashboard/clinical/measures/definition/parsing.py::_parse": (
        "one line a field of a definition; two halves would hide which field is where"
    ),
    "dashboard/records/assessments.py::record_assessment": (
        "scored, superseded, kept and flagged in one place, one line a column"
    ),
    "dashboard/records/enrollments/beginnings.py::begin_stay": (
        "one line a column of the row that it makes"
    ),
    "dashboard/records/participants/adding.py::add_participant": (
        "one line a column of the rows that it makes"
    ),
    "dashboard/models/": "one flat list of the tables, a family a file: where people look first",
    "dashboard/caseload/attendance_export/stays.py::stays_asked_for": (
        "one select: a line a column, a line a filter"
    ),
    "dashboard/demo/stays.py::_add_stay": "one line a column of the rows that it makes",
    "dashboard/demo/groups.py::_add_group": "one line a column of the rows that it makes",
    "tests/factories/people.py::make_enrollment": "one line a column of the row that it makes",
    "tests/factories/groups.py::make_group": "one line a column of the row that it makes",
}


def own_lines(function: Function, source: str) -> int:
    """The function's lines from `def` to the end, without its docstring and blank lines."""
    first = function.body[0]
    described = ast.get_docstring(function, clean=False) is not None
    docstring = range(first.lineno, first.end_lineno + 1) if described else range(0)
    numbered = enumerate(source.splitlines()[function.lineno - 1 : function.end_lineno])
    written = [number + function.lineno for number, line in numbered if line.strip()]
    return sum(number not in docstring for number in written)


def long_files() -> Iterator[str]:
    limits: list[tuple[list[Path], int]] = [
        (all_code(), LONGEST_PYTHON),
        (files("templates", endings=(".html", ".txt")), LONGEST_TEMPLATE),
        (files("static", endings=(".css", ".js")), LONGEST_STATIC),
    ]
    for paths, limit in limits:
        yield from (name_of(path) for path in paths if line_count(path) > limit)


def long_functions() -> Iterator[str]:
    for path in all_code():
        source = path.read_text(encoding="utf-8")
        for function in functions(path):
            if own_lines(function, source) > LONGEST_FUNCTION:
                yield f"{name_of(path)}::{function.name}"


def large_packages() -> Iterator[str]:
    for package in sorted({path.parent for path in product_code()}):
        modules = [path for path in package.glob("*.py") if path.name != "__init__.py"]
        if len(modules) > LARGEST_PACKAGE:
            yield f"{name_of(package)}/"


def test_only_reasoned_exceptions_are_larger_than_the_sizes_and_every_exception_is_needed():
    too_large = {*long_files(), *long_functions(), *large_packages()}
    assert too_large == set(EXCEPTIONS)


def test_every_exception_has_a_reason():
    assert [name for name, reason in EXCEPTIONS.items() if len(reason.split()) < 4] == []


def test_a_functions_own_lines_are_counted_without_its_docstring_and_blank_lines():
    source = 'x = 1\n\ndef f():\n    """One.\n\n    Two.\n    """\n\n    return x\n'
    function = ast.parse(source).body[1]
    assert own_lines(function, source) == 2
