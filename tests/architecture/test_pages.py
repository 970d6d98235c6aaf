"""Pages keep the content policy and the one palette: nothing inline, nothing from elsewhere."""

import re
from pathlib import Path

import pytest

from tests.architecture.house import files, name_of, product_code

PALETTE = "static/css/tokens.css"

JINJA_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
HEX_COLOR = re.compile(
    r"""(?<![&\w/])(?<!href=")#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b""", re.I
)
INLINE = re.compile(
    r"""\sstyle\s*=|\son[a-z]+\s*=\s*["']|<style\b|javascript:"""
    r"""|<script\b(?![^>]*\bsrc=)(?![^>]*\btype="application/json")""",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(r"""(?:https?:|["'(])//[a-z0-9-]+\.[a-z]""", re.IGNORECASE)
# What names a host without asking it for anything: a link that a person may follow, a namespace.
PLAIN_LINK = re.compile(r'<a\b[^>]*\brel="[^"]*\bnoopener\b[^"]*"[^>]*>', re.IGNORECASE)
NAMESPACE = re.compile(r"http://www\.w3\.org/[\w/]+")


def text_of(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return JINJA_COMMENT.sub("", text) if path.suffix == ".html" else text


def asks_elsewhere(text: str) -> bool:
    """Whether the text names another host in a way that could make a browser call it."""
    return ELSEWHERE.search(NAMESPACE.sub("", PLAIN_LINK.sub("", text))) is not None


def test_every_color_is_in_the_palette():
    painted = [
        *files("static", endings=(".css", ".js")),
        *files("templates", endings=(".html",)),
        *files("dashboard", endings=(".py",)),
    ]
    colored = [name_of(path) for path in painted if HEX_COLOR.search(text_of(path))]
    assert colored == [PALETTE]


def test_no_page_has_an_inline_style_or_script():
    pages = files("templates", endings=(".html",))
    assert [name_of(page) for page in pages if INLINE.search(text_of(page))] == []


def test_nothing_is_fetched_from_another_host():
    ours = files("templates", "static", endings=(".html", ".css", ".js", ".svg"))
    assert [name_of(path) for path in ours if asks_elsewhere(text_of(path))] == []


@pytest.mark.parametrize("text", ["color: #fff", "'#0072B2'", '"#1f2a2e"', "#abcd;", "(#14191b80)"])
def test_a_hex_color_is_recognized(text):
    assert HEX_COLOR.search(text) is not None


@pytest.mark.parametrize("text", ['href="#add"', "&#39;", "issue #12345", "/x#face"])
def test_what_only_looks_like_a_color_is_not_one(text):
    assert HEX_COLOR.search(text) is None


@pytest.mark.parametrize(
    ("text", "inline"),
    [
        ('<p style="color: red">', True),
        ('<button onclick="go()">', True),
        ("<script>go()</script>", True),
        ('<a href="javascript:go()">', True),
        ('<script src="/static/js/theme.js" defer></script>', False),
        ('<script type="application/json">{}</script>', False),
        ('<p data-style="calm">', False),
    ],
)
def test_what_counts_as_inline(text, inline):
    assert (INLINE.search(text) is not None) is inline


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ('<script src="https://cdn.example.org/x.js">', True),
        ('<img src="//example.org/x.png">', True),
        ("fetch('https://example.org')", True),
        ("@import url(//fonts.example.org)", True),
        ('<a href="https://example.org/paper">', True),
        ('<a href="https://example.org/paper" rel="noopener noreferrer">', False),
        ('<svg xmlns="http://www.w3.org/2000/svg">', False),
        ("// one behavior a file. It does this.", False),
    ],
)
def test_what_counts_as_another_host(text, elsewhere):
    assert asks_elsewhere(text) is elsewhere


# A name with markup in it is harmless as long as nothing of ours says that a text is markup.
UNESCAPED = re.compile(r"\|\s*safe\b|\bMarkup\(|{%-?\s*autoescape")
WRITES_MARKUP = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|setHTMLUnsafe")


@pytest.mark.parametrize("text", ["{{ name|safe }}", "{{ name | safe }}", "Markup(name)"])
def test_what_goes_unescaped_is_recognized(text):
    assert UNESCAPED.search(text)


def test_no_text_goes_into_a_page_unescaped():
    pages = files("templates", endings=(".html", ".txt", ".xml"))
    assert [name_of(path) for path in pages if UNESCAPED.search(text_of(path))] == []
    assert [name_of(path) for path in product_code() if UNESCAPED.search(text_of(path))] == []


def test_no_script_of_ours_writes_markup():
    scripts = files("static", endings=(".js",))
    assert len(scripts) > 10
    assert [name_of(path) for path in scripts if WRITES_MARKUP.search(text_of(path))] == []
