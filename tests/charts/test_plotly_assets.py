"""The browser file and the style that stands in for what it would insert."""

import re

import pytest

from dashboard.charts import plotly_assets


def test_the_style_is_read_whole_out_of_the_installed_file() -> None:
    rules = plotly_assets.style_text().splitlines()
    literal = re.search(r'=(\{"X,X div":.*?\});for\(', plotly_assets.bundle_path().read_text())
    assert literal is not None
    assert len(rules) == len(re.findall(r'(?:[{,])(?:"[XY][^"]*"|Y):', literal[1]))
    assert all(
        re.fullmatch(r"\.(js-plotly-plot|plotly-notifier).* \{.+;\}", line) for line in rules
    )


def test_the_rule_that_the_layout_needs_is_there() -> None:
    placed = (
        ".js-plotly-plot .plotly .main-svg {position:absolute;top:0;left:0;pointer-events:none;}"
    )
    assert plotly_assets.style_text().splitlines().count(placed) == 1


def test_the_address_follows_the_content() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", plotly_assets.bundle_fingerprint())
    assert plotly_assets.bundle_path().stat().st_size > 1_000_000


def test_the_style_for_maps_can_be_kept_out() -> None:
    quoted = f'getElementById("{plotly_assets.map_style_id()}")'
    assert plotly_assets.bundle_path().read_text().count(quoted) == 1


def test_a_file_that_reads_otherwise_is_refused(monkeypatch, tmp_path) -> None:
    other = tmp_path / "plotly.min.js"
    other.write_text("nothing")
    monkeypatch.setattr(plotly_assets, "bundle_path", lambda: other)
    for read in (plotly_assets.style_text, plotly_assets.map_style_id):
        with pytest.raises(plotly_assets.PlotlyFileChanged):
            read.__wrapped__()
