"""Colors by name: a figure says `var(--chart-1)`, the page knows what that is today."""

import re
from collections.abc import Mapping
from typing import Any

_TOKEN = re.compile(r"var\(--([a-z0-9-]+)\)")

BLUE = "var(--chart-1)"
VERMILLION = "var(--chart-2)"
GREEN = "var(--chart-3)"
PURPLE = "var(--chart-4)"
SKY = "var(--chart-5)"
ORANGE = "var(--chart-6)"
INK = "var(--chart-ink)"
SOFT = "var(--chart-soft)"
GRID = "var(--chart-grid)"
PAPER = "var(--chart-paper)"
REFERENCE = "var(--chart-reference)"
ACCENT = "var(--accent)"
ACCENT_PALE = "var(--accent-pale)"
AMBER_PALE = "var(--amber-pale)"
RED_PALE = "var(--red-pale)"
SUNKEN = "var(--sunken)"
CLEAR = "rgba(0,0,0,0)"

SEVERITY = tuple(f"var(--band-{step})" for step in range(1, 7))


def resolve_colors(value: Any, palette: Mapping[str, str]) -> Any:
    """A copy of a figure with every `var(--name)` replaced by `palette[name]`, as the page does.

    Raises KeyError for a name that the palette does not hold.
    """
    if isinstance(value, Mapping):
        return {key: resolve_colors(entry, palette) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [resolve_colors(entry, palette) for entry in value]
    token = _TOKEN.fullmatch(value) if isinstance(value, str) else None
    return palette[token[1]] if token else value
