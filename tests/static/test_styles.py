"""The style files hold together: one home for colors, every name declared, every file loaded."""

import re
from pathlib import Path

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


def test_every_sheet_is_loaded_by_the_root_layout() -> None:
    root = (ROOT / "templates" / "layouts" / "base.html").read_text()
    assert [path.stem for path in SHEETS if f'"{path.stem}"' not in root] == []
    assert "css/print.css" in root


def test_no_template_carries_a_style_or_a_script_of_its_own() -> None:
    inline = re.compile(r"\sstyle=|<style|\son[a-z]+=\"|<script(?![^>]*(?:src=|application/json))")
    assert [path.name for path in TEMPLATES if inline.search(path.read_text())] == []


def test_component_files_hold_the_macro_of_their_name() -> None:
    components = sorted((ROOT / "templates" / "components").glob("*.html"))
    without = [path.stem for path in components if f"macro {path.stem}" not in path.read_text()]
    assert without == []
