"""Nothing is read without saying for whom: the first argument of every read is its viewer."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.house import Function, files, name_of

# "module::function": why it needs no viewer.
WITHOUT_A_VIEWER: dict[str, str] = {}


def public_functions(tree: ast.Module) -> Iterator[Function]:
    """What other rooms can call: module-level functions without a leading underscore."""
    for node in tree.body:
        if isinstance(node, Function) and not node.name.startswith("_"):
            yield node


def takes_viewer_first(function: Function) -> bool:
    arguments = [*function.args.posonlyargs, *function.args.args]
    return [argument.arg for argument in arguments[:1]] == ["viewer"]


def caseload_functions() -> dict[str, Function]:
    return {
        f"{name_of(path)}::{function.name}": function
        for path in files("dashboard/caseload", endings=(".py",))
        for function in public_functions(ast.parse(path.read_text(encoding="utf-8")))
    }


def test_every_public_function_of_the_caseload_takes_its_viewer_first():
    found = caseload_functions()
    blind = {name for name, function in found.items() if not takes_viewer_first(function)}
    assert blind == set(WITHOUT_A_VIEWER)
    assert len(found) >= 5, "the caseload is where every read lives; this looked elsewhere"


@pytest.mark.parametrize(
    ("code", "first"),
    [
        ("def find_group(viewer, group_id): ...", True),
        ("def find_group(viewer, /, *, group_id): ...", True),
        ("def find_group(group_id, viewer): ...", False),
        ("def find_group(*, viewer): ...", False),
        ("def all_groups(): ...", False),
    ],
)
def test_what_counts_as_first(code, first):
    (function,) = public_functions(ast.parse(code))
    assert takes_viewer_first(function) is first
