"""Colors are names until a page, or a test, says what they are."""

import re
from pathlib import Path

import pytest

from dashboard.charts import colors
from dashboard.charts.colors import resolve_colors
from tests.charts.figures import TOKENS


def test_names_are_replaced_however_deep_and_texts_are_not() -> None:
    figure = {"a": ["var(--ink)", {"b": "say var(--ink)"}], "c": 1, "d": None}
    resolved = resolve_colors(figure, {"ink": "black"})
    assert resolved == {"a": ["black", {"b": "say var(--ink)"}], "c": 1, "d": None}


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        resolve_colors("var(--nothing)", {})


def test_every_name_used_is_a_token() -> None:
    source = Path(colors.__file__).read_text(encoding="utf-8")
    used = set(re.findall(r'"var\(--([a-z0-9-]+)\)"', source))
    assert used - set(re.findall(r"--([\w-]+):", TOKENS)) == set()
    assert len(used) == 16
