"""Every pair of text and ground reaches a contrast of 4.5, by day and by night."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parents[2] / "static" / "css"
DECLARED = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")
TOKENS = {
    name: (day, night) for name, day, night in DECLARED.findall((CSS / "tokens.css").read_text())
}
GROUNDS = ("paper", "card", "sunken")
BANDS = tuple(f"band-{step}" for step in range(1, 7))
TEXT_ON_GROUND = [
    *((text, ground) for text in ("ink", "ink-soft", "accent", "red") for ground in GROUNDS),
    *(("ink", band) for band in BANDS),
    *((text, "accent-pale") for text in ("ink", "ink-soft", "accent", "accent-strong", "red")),
    *((text, f"{text}-pale") for text in ("amber", "red")),
    ("ink", "red-pale"),
    ("amber", "card"),
    ("better", "card"),
    ("better", "accent-pale"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("on-red", "red"),
    ("chart-ink", "chart-paper"),
    ("chart-soft", "chart-paper"),
    ("chart-reference", "chart-paper"),
]
SHAPE_ON_GROUND = [("line-strong", ground) for ground in ("paper", "card")]


def luminance(color: str) -> float:
    """Relative luminance, 0 to 1, of "#rrggbb" (WCAG 2.2)."""
    channels = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast of two colors, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_twenty_one() -> None:
    assert round(contrast("#000000", "#ffffff"), 3) == 21.0


@pytest.mark.parametrize("theme", [0, 1], ids=["day", "night"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_can_be_read(text: str, ground: str, theme: int) -> None:
    assert contrast(TOKENS[text][theme], TOKENS[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["day", "night"])
@pytest.mark.parametrize(("shape", "ground"), SHAPE_ON_GROUND)
def test_the_edge_of_a_control_can_be_seen(shape: str, ground: str, theme: int) -> None:
    assert contrast(TOKENS[shape][theme], TOKENS[ground][theme]) >= 3.0
