"""axe-core on a page as it stands, in both color schemes."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def violations(page: Page) -> list[str]:
    """What axe-core finds on the page now, one line for each element."""
    found = Axe().run(page).response["violations"]
    return [
        f"{violation['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]


def check_accessibility(page: Page) -> None:
    """Fail with what axe-core finds on the page in light and in dark."""
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found[scheme] = violations(page)
    page.emulate_media(color_scheme=None, reduced_motion=None)
    assert found == {"light": [], "dark": []}
