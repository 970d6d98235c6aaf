"""Only the rooms that scope by viewer may ask the database; a route that queries can leak."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.house import name_of, product_code

# Where questions to the database live. Everything else gets its rows from there.
HOMES: dict[str, str] = {
    "dashboard/caseload/": "what this viewer may read",
    "dashboard/records/": "verbs look up what they change, in the transaction that changes it",
    "dashboard/demo/": "makes and refuses databases; nothing imports it",
    "dashboard/migrations/": "moves tables",
    "dashboard/models/": "event hooks that keep history and versions",
    "dashboard/database.py": "opens connections and transactions",
}
FORBIDDEN_NAMES = {"select"}
FORBIDDEN_METHODS = {"select", "scalars", "scalar", "execute", "get_or_404", "one_or_404"}


def questions(tree: ast.Module) -> Iterator[str]:
    """Every call in the code that asks the database something, as its name and line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "query" and is_model(node.value):
            yield f"query, line {node.lineno}"
        if isinstance(node, ast.Call) and (name := asks(node.func)):
            yield f"{name}, line {node.lineno}"


def is_model(value: ast.expr) -> bool:
    """Whether `value.query` would be the old query interface of a model or a session."""
    word = value.attr if isinstance(value, ast.Attribute) else getattr(value, "id", "")
    return word == "session" or word[:1].isupper()


def asks(called: ast.expr) -> str | None:
    if isinstance(called, ast.Name):
        return called.id if called.id in FORBIDDEN_NAMES else None
    if not isinstance(called, ast.Attribute):
        return None
    if called.attr in FORBIDDEN_METHODS:
        return called.attr
    # db.session.get(Model, id); the signed cookie's session.get("key") is another thing.
    of_session = isinstance(called.value, ast.Attribute) and called.value.attr == "session"
    return "session.get" if called.attr == "get" and of_session else None


def test_only_their_homes_ask_the_database():
    away = {
        name_of(path): found
        for path in product_code()
        if not name_of(path).startswith(tuple(HOMES))
        and (found := list(questions(ast.parse(path.read_text(encoding="utf-8")))))
    }
    assert away == {}


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("select(Group)", ["select, line 1"]),
        ("sqlalchemy.select(Group)", ["select, line 1"]),
        ("db.session.scalars(q)", ["scalars, line 1"]),
        ("connection.execute(q)", ["execute, line 1"]),
        ("db.session.get(Group, 3)", ["session.get, line 1"]),
        ("Group.query.all()", ["query, line 1"]),
        ("db.session.query(Group)", ["query, line 1"]),
        ("session.get('theme')", []),
        ("request.args.get('week')", []),
        ("request.query_string", []),
    ],
)
def test_what_counts_as_asking_the_database(code, found):
    assert list(questions(ast.parse(code))) == found
