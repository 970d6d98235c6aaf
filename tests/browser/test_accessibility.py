"""What cannot be read in one of the two themes is found, wherever it stands."""

import pytest

from tests.browser.accessibility import check_accessibility

PAGE = """<!doctype html><html lang="en"><head><title>Weather</title><style>
  body {{ color: #000; background: #fff; }}
  @media (prefers-color-scheme: dark) {{ body {{ color: #eee; background: #111; }} {in_dark} }}
</style></head><body><main><h1>Weather</h1>
  <p>Rain.</p><p class="soft">Wind.</p><div class="box"><p>Snow.</p></div><input aria-label="Day">
</main></body></html>"""


@pytest.fixture
def sheet(page):
    def show(in_dark):
        page.set_content(PAGE.format(in_dark=in_dark))
        return page

    return show


def test_a_page_that_can_be_read_in_both_passes(sheet):
    check_accessibility(sheet(".box { background: #000; }"))


@pytest.mark.parametrize(
    ("in_dark", "place"),
    [
        (".soft { color: #333; }", ".soft"),
        (".soft { opacity: 0.3; }", ".soft"),
        (".box { background: #ddd; }", "div > p"),
        (".box { background: rgb(255 255 255 / 80%); }", "div > p"),
        ("input { color: #333; background: #222; }", "input"),
    ],
)
def test_what_is_too_faint_in_dark_is_found(sheet, in_dark, place):
    with pytest.raises(AssertionError, match=f"'dark': .'color-contrast: {place}: "):
        check_accessibility(sheet(in_dark))
