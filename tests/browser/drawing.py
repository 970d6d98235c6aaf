"""Charts are drawn when they are about to be seen: a test that reads them scrolls to each first."""

from playwright.sync_api import Page, expect


def draw_every_chart(page: Page) -> Page:
    """Scroll through the page until each of its figures is drawn."""
    figures = page.locator("figure[data-chart]")
    expect(figures.first).to_be_attached()
    for figure in figures.all():
        figure.scroll_into_view_if_needed()
        expect(figure).to_have_attribute("data-chart-drawn", "")
    return page
