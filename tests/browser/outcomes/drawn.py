"""The figures of a page as Plotly holds them once they are drawn."""

import re
from collections import Counter

from playwright.sync_api import Page

FIGURE = re.compile(r'id="figure-([\w-]+)" data-chart ')
DRAW_AND_READ = """async () => {
  const until = performance.now() + 60000, found = {};
  for (const figure of document.querySelectorAll("figure[data-chart]")) {
    figure.scrollIntoView();
    const plot = figure.querySelector("[data-chart-plot]");
    while (!("chartDrawn" in figure.dataset && plot.querySelector(".main-svg"))) {
      if (performance.now() > until) throw new Error(`${figure.id} is not drawn`);
      await new Promise(requestAnimationFrame);
    }
    found[figure.id.replace("figure-", "")] = { data: plot.data, layout: plot.layout };
  }
  return found;
}"""


def figures(page: Page, path: str) -> dict[str, dict]:
    """Go to a page and draw all of its figures; by key. Take them out as they are read back.

    What is left in the end was not read back, and fails the test.
    """
    page.goto(path)
    return page.evaluate(DRAW_AND_READ)


def keys(page: Page, path: str) -> set[str]:
    """The keys of a page's figures, without drawing them."""
    return set(FIGURE.findall(page.request.get(path).text()))


def line(trace: dict) -> dict:
    """The values of one trace by their place on the other axis."""
    return dict(zip(trace["x"], trace["y"], strict=True))


def named(figure: dict, name: str) -> dict:
    """The one trace of that name."""
    (found,) = [trace for trace in figure["data"] if trace.get("name") == name]
    return found


def people(figure: dict) -> Counter:
    """Everybody's (name, x, y, category), where a trace is a category and says how many it has."""
    found: Counter = Counter()
    for trace in figure["data"]:
        if trace["hoverinfo"] == "skip" or trace["mode"] != "markers":
            continue
        category, count = trace["name"].rstrip(")").split(" (")
        assert len(trace["x"]) == int(count)
        for said, x, y in zip(trace["hovertext"], trace["x"], trace["y"], strict=True):
            found[said.split(":")[0], round(x, 9), round(y, 9), category] += 1
    return found


def numbers_under(figure: dict) -> dict:
    """The whole numbers written under the steps or weeks of a figure, by where they stand."""
    return {
        note["x"]: int(note["text"])
        for note in figure["layout"]["annotations"]
        if note["text"].isdigit()
    }


def levels(figure: dict) -> set[float]:
    """The heights of the level lines of a figure."""
    return {
        round(shape["y0"], 9)
        for shape in figure["layout"]["shapes"]
        if shape["type"] == "line" and shape["y0"] == shape["y1"]
    }
