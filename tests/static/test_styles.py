"""The style files hold together: one home for colors, every name declared, every file loaded."""

import re
from pathlib import Path

import flask_bootstrap

from dashboard.web.assets import TOGETHER

ROOT = Path(__file__).resolve().parents[2]
CSS = ROOT / "static" / "css"
SHEETS = sorted(CSS.rglob("*.css"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def test_only_the_tokens_hold_color_codes() -> None:
    written = [path.name for path in SHEETS if re.search(r"#[0-9a-fA-F]{3,8}\b", path.read_text())]
    assert written == ["tokens.css"]


def test_every_variable_used_is_declared() -> None:
    text = "\n".join(path.read_text() for path in SHEETS)
    used = {name for name in re.findall(r"var\((--[\w-]+)", text) if not name.startswith("--bs-")}
    declared = set(re.findall(r"(--[\w-]+):", text))
    assert used - declared == set()


def test_every_sheet_is_part_of_the_one_that_pages_load() -> None:
    root = (ROOT / "templates" / "layouts" / "base.html").read_text()
    assert re.findall(r"asset\('([\w/]+\.css)'\)", root) == ["groupwork.css", "css/print.css"]
    assert sorted(CSS / f"{style}.css" for style in (*TOGETHER["groupwork.css"], "print")) == SHEETS


def test_no_template_carries_a_style_or_a_script_of_its_own() -> None:
    inline = re.compile(r"\sstyle=|<style|\son[a-z]+=\"|<script(?![^>]*(?:src=|application/json))")
    assert [path.name for path in TEMPLATES if inline.search(path.read_text())] == []


def test_component_files_hold_the_macro_of_their_name() -> None:
    components = sorted((ROOT / "templates" / "components").glob("*.html"))
    without = [path.stem for path in components if f"macro {path.stem}" not in path.read_text()]
    assert without == []


def test_every_class_of_a_template_has_a_style_or_a_reader() -> None:
    """A class that nothing styles is a notice that looks like any other text."""
    bootstrap = Path(flask_bootstrap.__file__).parent / "static/bootstrap5/css/bootstrap.min.css"
    styled = "\n".join(path.read_text() for path in [*SHEETS, bootstrap])
    known = set(re.findall(r"\.(-?[a-zA-Z_][\w-]*)", styled))
    assert {name for path in TEMPLATES for name in classes_of(path.read_text())} - known == set()


def classes_of(template: str) -> set[str]:
    """The classes that are written out: what a template computes a name from is left out."""
    values = re.findall(r'class="([^"]*)"', template)
    written = re.sub(r"\{%.*?%\}", " ", " ".join(values))
    return {name for name in re.sub(r"\{\{.*?\}\}", "*", written).split() if "*" not in name}
