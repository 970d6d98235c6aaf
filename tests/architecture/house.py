"""What the architecture tests look at: the project's own files and the functions in them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    """The path as people write it: from the project's root, with slashes."""
    return path.relative_to(ROOT).as_posix()


def files(*folders: str, endings: tuple[str, ...]) -> list[Path]:
    """Every file of ours with one of `endings` under `folders`, but for generated migrations."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*"))
    ours = (path for path in found if path.suffix in endings and path.is_file())
    return sorted(path for path in ours if "migrations/versions" not in path.as_posix())


def product_code() -> list[Path]:
    """The Python of the product, without its tests."""
    return [*files("dashboard", endings=(".py",)), *ROOT.glob("wsgi.py")]


def all_code() -> list[Path]:
    """The Python of the product, its scripts and its tests."""
    return [*product_code(), *files("scripts", "tests", endings=(".py",))]


def functions(path: Path) -> Iterator[Function]:
    """Every function and method written in the file, however deep."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def line_count(path: Path) -> int:
    """How many lines the file has."""
    return len(path.read_text(encoding="utf-8").splitlines())
