"""What the installed plotly package lends: its browser file, and the style rules it would insert.

Plotly inserts its rules as it loads, which a strict content policy refuses. It leaves them out
where the page already has a `<link id="plotly.js-style-global" class="no-inline-styles">`; what
that link serves is read out of the installed file, so that the two cannot come apart. A second
style, for maps, is left out where an element with the id of `map_style_id()` exists.
"""

import hashlib
import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

STYLE_LINK_ID = "plotly.js-style-global"
STYLE_LINK_CLASS = "no-inline-styles"

# {"X,X div":"direction:ltr;...","Y .notifier-close:hover":'...'}: selectors, then declarations.
_RULES = re.compile(r'=(\{"X,X div":.*?\});for\(', re.DOTALL)
_STRING = r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
_RULE = re.compile(rf"(?:{_STRING}|(\b[A-Z]\b)):{_STRING}")
_MAP_STYLE = re.compile(r'getElementById\("([0-9a-f]{64})"\)\)\{var \w+=document\.createElement')


class PlotlyFileChanged(RuntimeError):
    """The installed browser file no longer says its styles the way we read them."""


@cache
def bundle_path() -> Path:
    """The browser file of the installed package (the package itself is never imported)."""
    spec = find_spec("plotly")
    if spec is None or not spec.submodule_search_locations:
        raise PlotlyFileChanged("the plotly package is not installed")
    return Path(spec.submodule_search_locations[0]) / "package_data" / "plotly.min.js"


@cache
def bundle_fingerprint() -> str:
    """Twelve hex digits of the file's SHA-256, for an address that may be cached for ever."""
    return hashlib.sha256(bundle_path().read_bytes()).hexdigest()[:12]


@cache
def style_text() -> str:
    """The rules that plotly.js would insert, as the style sheet that we serve in their place."""
    found = _RULES.search(_bundle_text())
    if found is None:
        raise PlotlyFileChanged("no style rules found in the installed plotly.min.js")
    rules = [
        (_selector(_unquoted(quoted) or bare), _unquoted(declarations))
        for quoted, bare, declarations in _RULE.findall(found[1])
    ]
    # Each is inserted before the ones before it, so that the last of the list stands first.
    return "".join(f"{selector} {{{body}}}\n" for selector, body in reversed(rules))


@cache
def map_style_id() -> str:
    """The id whose presence on the page keeps the style for maps out; we draw none."""
    found = _MAP_STYLE.search(_bundle_text())
    if found is None:
        raise PlotlyFileChanged("no id of the style for maps in the installed plotly.min.js")
    return found[1]


def _bundle_text() -> str:
    return bundle_path().read_text(encoding="utf-8")


def _selector(short: str) -> str:
    return short.replace("X", ".js-plotly-plot .plotly").replace("Y", ".plotly-notifier")


def _unquoted(literal: str) -> str:
    if not literal.startswith("'"):
        return str(json.loads(literal)) if literal else ""
    return literal[1:-1].replace("\\'", "'")
