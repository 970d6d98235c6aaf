"""axe-core on a page as it stands, in both color schemes."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def violations(page: Page, *only: str) -> list[str]:
    """What axe-core finds on the page now, one line for each element; of all rules, or of some."""
    options = {"resultTypes": ["violations"], **({"runOnly": list(only)} if only else {})}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{violation['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for violation in found
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
