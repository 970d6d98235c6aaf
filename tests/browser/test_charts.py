"""Charts in a real browser: drawn under the strict policy, in both themes, by keyboard, kept local.

The `watch` of every test fails it on any console error, refused style or request elsewhere.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.drawing import draw_every_chart
from tests.browser.server import Server, serving
from tests.browser.watching import watched

TRAJECTORY = "#figure-trajectory [data-chart-plot]"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A page of charts alone: no sign-in, no practice."""
    with serving(tmp_path_factory.mktemp("charts"), "tests.browser.chart_page:app") as running:
        yield running


@pytest.fixture(scope="module")
def charts(chromium: Browser, server: Server) -> Iterator[Page]:
    """The page with all of its charts drawn, read by one test after the other."""
    with watched(chromium, server.address) as profile:
        page = profile.new_page()
        page.goto("/")
        yield draw_every_chart(page)


def test_plotly_is_fetched_when_the_first_chart_is_about_to_be_seen(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 400})
    page.goto("/far-down", wait_until="networkidle")
    has_plotly = "() => Boolean(window.Plotly)"
    assert not page.evaluate(has_plotly)
    page.locator("figure").first.scroll_into_view_if_needed()
    expect(page.locator("[data-chart-drawn]").first).to_be_visible()
    assert page.evaluate(has_plotly)


def test_paper_leaves_out_what_is_not_drawn(page: Page) -> None:
    page.route("**/plotly.js", lambda _never_answered: None)
    page.goto("/", wait_until="commit")
    expect(page.locator(TRAJECTORY)).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(TRAJECTORY)).to_be_hidden()
    expect(page.locator("#figure-trajectory-summary")).to_be_visible()


def test_the_layout_is_plotlys_own_without_any_style_of_its_making(charts: Page) -> None:
    position = "svg => getComputedStyle(svg).position"
    assert charts.locator(f"{TRAJECTORY} .main-svg").first.evaluate(position) == "absolute"
    assert charts.locator("style").count() == 0


def test_nothing_on_a_chart_can_send_it_away(charts: Page) -> None:
    assert charts.locator(".modebar-btn").count() == 0
    config = charts.locator(TRAJECTORY).evaluate(
        "plot => [plot._context.showSendToCloud, plot._context.plotlyServerURL]"
    )
    assert config == [False, ""]


def test_a_missing_week_is_a_gap_in_what_is_drawn(charts: Page) -> None:
    assert charts.locator(TRAJECTORY).evaluate("plot => plot.data[0].y") == [18, None, 6]
    assert charts.locator(f"{TRAJECTORY} .xy .scatterlayer .point").count() == 2


def test_a_name_is_text_and_no_markup(charts: Page) -> None:
    label = charts.locator("#figure-attendance-map .ytick text")
    assert label.text_content() == "\u2039b>Dana\u2039/b>"


def test_colors_follow_the_theme(charts: Page) -> None:
    word = charts.locator(f"{TRAJECTORY} .legendtext").first
    charts.emulate_media(color_scheme="dark")
    expect(charts.locator("html")).to_have_attribute("data-theme", "dark")
    expect(word).to_have_css("fill", "rgb(232, 237, 238)")
    charts.emulate_media(color_scheme="light")
    expect(word).to_have_css("fill", "rgb(31, 42, 46)")


def test_the_arrow_keys_read_the_points(charts: Page) -> None:
    charts.locator(TRAJECTORY).focus()
    readout = charts.locator("#figure-trajectory .chart-readout")
    for key, said in (
        ("ArrowRight", "Week 0: PHQ-9 18"),
        ("ArrowRight", "Week 1: no score"),
        ("ArrowDown", "Week 1: session missed"),
    ):
        charts.keyboard.press(key)
        expect(readout).to_have_text(said)


def test_a_page_can_put_in_new_figures_and_draw_them(charts: Page) -> None:
    drawn = charts.locator("#figure-trajectory").evaluate(
        """async figure => {
            const plot = JSON.parse(figure.querySelector("script").textContent);
            plot.data[0].y[1] = 12;
            await ChartPage.update(figure, plot);
            return figure.querySelector("[data-chart-plot]").data[0].y;
        }"""
    )
    assert drawn == [18, 12, 6]


def test_the_picture_is_made_in_the_browser(charts: Page) -> None:
    with charts.expect_download() as saved:
        charts.locator("#figure-counts [data-chart-png]").click()
    assert saved.value.suggested_filename == "figure-counts.png"
    assert saved.value.path().read_bytes()[:4] == b"\x89PNG"
