"""axe-core on a page as it stands, in both color schemes."""

from functools import cache
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# What has the same colors has the same contrast: one element is looked at for each color on each
# ground, by size, weight and whatever lets the ground through.
ONE_OF_EACH_COLOR = """
const says = (element) => element.matches("input, select, textarea")
  || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
const grounds = (element) => {
  const found = [];
  for (let each = element; each; each = each.parentElement) {
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(each);
    const isClear = backgroundColor === "rgba(0, 0, 0, 0)" && backgroundImage === "none";
    if (!isClear || opacity !== "1") found.push(backgroundColor, backgroundImage, opacity);
    if (backgroundColor.startsWith("rgb(") && opacity === "1") break;
  }
  return found;
};
const include = new Map();
for (const element of document.body.querySelectorAll("*")) {
  if (!says(element) || !element.checkVisibility()) continue;
  const { color, fontSize, fontWeight } = getComputedStyle(element);
  include.set([color, fontSize, fontWeight, ...grounds(element)].join(), element);
}
"""
RUN = "options => axe.run(options).then(found => found.violations)"
RUN_ON_COLORS = f"""options => {{
  {ONE_OF_EACH_COLOR}
  return axe.run({{ include: [...include.values()] }}, options).then(found => found.violations);
}}"""
ALL_BUT_COLORS = {
    "resultTypes": ["violations"],
    "rules": {"color-contrast": {"enabled": False}},
}
COLORS = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}


@cache
def axe_script() -> str:
    return Axe().axe_script


def violations(page: Page, run: str, options: dict[str, Any]) -> list[str]:
    """What axe-core finds on the page now, one line for each element."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(axe_script())
    return [
        f"{violation['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for violation in page.evaluate(run, options)
        for node in violation["nodes"]
    ]


def check_accessibility(page: Page) -> None:
    """Fail with what axe-core finds on the page, and with its colors in light and in dark."""
    found = {"structure": violations(page, RUN, ALL_BUT_COLORS)}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found[scheme] = violations(page, RUN_ON_COLORS, COLORS)
    page.emulate_media(color_scheme=None, reduced_motion=None)
    assert not any(found.values()), found
