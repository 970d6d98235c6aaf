"""axe-core on a page as it stands, in both color schemes."""

from functools import cache

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RUN = "options => axe.run(options).then(found => found.violations)"


@cache
def axe_script() -> str:
    return Axe().axe_script


def violations(page: Page, *only: str) -> list[str]:
    """What axe-core finds on the page now, one line for each element; of all rules, or of some."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(axe_script())
    options = {"resultTypes": ["violations"], **({"runOnly": list(only)} if only else {})}
    return [
        f"{violation['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for violation in page.evaluate(RUN, options)
        for node in violation["nodes"]
    ]


def check_accessibility(page: Page) -> None:
    """Fail with what axe-core finds on the page in light, and in dark, which is other colors."""
    found = {}
    for scheme, only in (("light", ()), ("dark", ("color-contrast",))):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found[scheme] = violations(page, *only)
    page.emulate_media(color_scheme=None, reduced_motion=None)
    assert found == {"light": [], "dark": []}
